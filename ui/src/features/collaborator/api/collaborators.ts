import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { workspaceKey } from "@/features/workspace/api/workspace";

export const collaboratorsKey = (w: string) => [...workspaceKey(w), "collaborators"] as const;

export const collaboratorsQuery = (w: string, q?: string) =>
  infiniteQueryOptions({
    queryKey: [...collaboratorsKey(w), { q }],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/collaborators", {
          params: { path: { workspaceId: w }, query: { q, cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
