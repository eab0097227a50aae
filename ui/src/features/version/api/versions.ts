import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { datasetKey } from "@/features/dataset/api/dataset";

export const versionsKey = (d: string) => [...datasetKey(d), "versions"] as const;

/** Newest first. */
export const versionsQuery = (d: string) =>
  infiniteQueryOptions({
    queryKey: versionsKey(d),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/datasets/{datasetId}/versions", { params: { path: { datasetId: d }, query: { cursor: pageParam } }, signal })),
    ...byCursor,
  });
