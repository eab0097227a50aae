import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { datasetKey } from "@/features/dataset/api/dataset";

const PAGE = 60;

/** The folders directly below a prefix (with the first page) and the files directly in it. */
export const folderQuery = (d: string, ref: string, prefix?: string) =>
  infiniteQueryOptions({
    queryKey: [...datasetKey(d), "items", ref, "folder", prefix ?? ""],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/datasets/{datasetId}/versions/{ref}/folder", {
          params: { path: { datasetId: d, ref }, query: { prefix, cursor: pageParam, limit: PAGE } },
          signal,
        }),
      ),
    ...byCursor,
  });
