import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import type { Difference } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";

/** Two states; without the first it is the version before the second. */
export interface Between {
  from?: string;
  to: string;
}

export const diffQuery = (d: string, { from, to }: Between, change?: Difference["change"]) =>
  infiniteQueryOptions({
    queryKey: [...datasetKey(d), "diff", from ?? "", to, change ?? ""],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/datasets/{datasetId}/diff", {
          params: { path: { datasetId: d }, query: { from, to, change, cursor: pageParam, limit: 48 } },
          signal,
        }),
      ),
    ...byCursor,
  });

/** How much differs, by kind. */
export const diffCountsQuery = (d: string, { from, to }: Between) =>
  queryOptions({
    queryKey: [...datasetKey(d), "diff", from ?? "", to, "counts"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/datasets/{datasetId}/diff/counts", { params: { path: { datasetId: d }, query: { from, to } }, signal })),
  });
