import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { workspaceKey } from "@/features/workspace/api/workspace";

export const workspaceInvitationsQuery = (w: string, state?: string) =>
  infiniteQueryOptions({
    queryKey: [...workspaceKey(w), "invitations", state],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{w}/invitations", {
          params: { path: { w }, query: { state, cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
