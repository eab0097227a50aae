import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { workspaceKey } from "@/features/workspace/api/workspace";

export const workspaceDatasetsQuery = (w: string, filter: { q?: string; sort?: string }) =>
  infiniteQueryOptions({
    queryKey: [...workspaceKey(w), "datasets", filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/datasets", {
          params: { path: { workspaceId: w }, query: { ...filter, cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
