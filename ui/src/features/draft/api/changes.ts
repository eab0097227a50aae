import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { draftKey } from "@/features/draft/api/draft";

export const changesQuery = (d: string, n: number) =>
  infiniteQueryOptions({
    queryKey: [...draftKey(d, n), "changes"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/datasets/{datasetId}/drafts/{number}/changes", {
          params: { path: { datasetId: d, number: n }, query: { cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
