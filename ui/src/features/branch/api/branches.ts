import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { datasetKey } from "@/features/dataset/api/dataset";

export const branchesKey = (d: string) => [...datasetKey(d), "branches"] as const;

/** The main branch first, then by name. */
export const branchesQuery = (d: string) =>
  infiniteQueryOptions({
    queryKey: branchesKey(d),
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/datasets/{datasetId}/branches", { params: { path: { datasetId: d }, query: { cursor: pageParam, limit: 100 } }, signal })),
    ...byCursor,
  });

export const branchQuery = (d: string, branch: string) =>
  queryOptions({
    queryKey: [...branchesKey(d), branch],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/datasets/{datasetId}/branches/{branch}", { params: { path: { datasetId: d, branch } }, signal })),
  });
