import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { datasetKey } from "@/features/dataset/api/dataset";
import { workspaceKey } from "@/features/workspace/api/workspace";

/** Of people who are to get a level on a dataset. */
export const datasetApplicationsQuery = (d: string) =>
  infiniteQueryOptions({
    queryKey: [...datasetKey(d), "applications"],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/datasets/{datasetId}/applications", { params: { path: { datasetId: d }, query: { cursor: pageParam } }, signal })),
    ...byCursor,
  });

/** Of people who are to be let into a workspace. */
export const joiningQuery = (w: string) =>
  infiniteQueryOptions({
    queryKey: [...workspaceKey(w), "applications"],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/workspaces/{workspaceId}/applications", { params: { path: { workspaceId: w }, query: { cursor: pageParam } }, signal })),
    ...byCursor,
  });

export const joiningOneQuery = (w: string, id: string) =>
  queryOptions({
    queryKey: [...workspaceKey(w), "applications", id],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/workspaces/{workspaceId}/applications/{id}", { params: { path: { workspaceId: w, id } }, signal })),
  });

// Below the notifications, since whoever applies from outside hears of nothing else.
export const ownApplicationsKey = ["notifications", "applications"] as const;

export const ownApplicationsQuery = infiniteQueryOptions({
  queryKey: ownApplicationsKey,
  queryFn: ({ pageParam, signal }) => answer(api.GET("/api/v1/me/applications", { params: { query: { cursor: pageParam } }, signal })),
  ...byCursor,
});
