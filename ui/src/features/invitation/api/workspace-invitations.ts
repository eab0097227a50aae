import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { workspaceKey } from "@/features/workspace/api/workspace";

export const workspaceInvitationsQuery = (w: string) =>
  infiniteQueryOptions({
    queryKey: [...workspaceKey(w), "invitations"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/invitations", {
          params: { path: { workspaceId: w }, query: { cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
