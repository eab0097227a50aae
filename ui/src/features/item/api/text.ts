import { queryOptions } from "@tanstack/react-query";
import { Problem } from "@/api/problem";
import { datasetKey } from "@/features/dataset/api/dataset";
import { contentAddress } from "@/features/version/addresses";

/** So much of a text file is shown. */
export const SHOWN_BYTES = 65_536;

/** The beginning of a text file. */
export const textQuery = (d: string, ref: string, path: string) =>
  queryOptions({
    queryKey: [...datasetKey(d), "items", ref, "text", path],
    queryFn: async ({ signal }) => {
      const response = await fetch(contentAddress(d, ref, path), { signal, headers: { Range: `bytes=0-${SHOWN_BYTES - 1}` } });
      // An empty file has no range.
      if (response.status === 416) return "";
      if (!response.ok) throw await Problem.of(response);
      return response.text();
    },
  });
