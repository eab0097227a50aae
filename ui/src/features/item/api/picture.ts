import { queryOptions } from "@tanstack/react-query";
import { Problem } from "@/api/problem";
import { datasetKey } from "@/features/dataset/api/dataset";
import { orientationOf } from "@/features/item/exif";
import { contentAddress } from "@/features/version/addresses";

const HEADER = 256 * 1024;

/** The bytes of a picture, with the way its camera was held: labels are in pixels before turning. */
export const pictureQuery = (d: string, ref: string, path: string) =>
  queryOptions({
    queryKey: [...datasetKey(d), "items", ref, "picture", path],
    queryFn: async ({ signal }) => {
      const response = await fetch(contentAddress(d, ref, path), { signal, credentials: "same-origin" }).catch((error) => {
        throw error instanceof TypeError ? Problem.unreachable() : error;
      });
      if (!response.ok) throw await Problem.of(response);
      const blob = await response.blob();
      return { blob, orientation: orientationOf(await blob.slice(0, HEADER).arrayBuffer()) };
    },
    staleTime: 60_000,
    gcTime: 60_000,
  });
