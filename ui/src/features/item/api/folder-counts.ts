import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { datasetKey } from "@/features/dataset/api/dataset";

/** How many items are in each of the first folders of a folder; asked for beside the listing, which does not wait for it. */
export const folderCountsQuery = (d: string, ref: string, prefix?: string) =>
  queryOptions({
    queryKey: [...datasetKey(d), "items", ref, "counts", prefix ?? ""],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/datasets/{datasetId}/versions/{ref}/folder-counts", {
          params: { path: { datasetId: d, ref }, query: { prefix, limit: 60 } },
          signal,
        }),
      ),
  });
