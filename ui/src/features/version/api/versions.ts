import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { datasetKey } from "@/features/dataset/api/dataset";

export const versionsKey = (d: string) => [...datasetKey(d), "versions"] as const;

/** Newest first: of all branches, or those that led to one branch. */
export const versionsQuery = (d: string, branch?: string) =>
  infiniteQueryOptions({
    queryKey: [...versionsKey(d), "list", branch ?? ""],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/datasets/{datasetId}/versions", { params: { path: { datasetId: d }, query: { ref: branch, cursor: pageParam } }, signal })),
    ...byCursor,
  });

/** The version that a reference names. */
export const versionQuery = (d: string, ref: string) =>
  queryOptions({
    queryKey: [...versionsKey(d), "one", ref],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/datasets/{datasetId}/versions/{ref}", { params: { path: { datasetId: d, ref } }, signal })),
  });
