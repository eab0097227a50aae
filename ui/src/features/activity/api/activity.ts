import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { workspaceKey } from "@/features/workspace/api/workspace";

export interface ActivityFilter {
  q?: string;
  kind?: string;
  actor?: string;
}

export const activityQuery = (w: string, filter: ActivityFilter) =>
  infiniteQueryOptions({
    queryKey: [...workspaceKey(w), "activity", filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/activity", {
          params: { path: { workspaceId: w }, query: { ...filter, cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
    staleTime: 0,
  });
