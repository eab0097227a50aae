import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { membersKey } from "@/features/member/api/members";

/** The people of an organization who are no members yet. */
export const candidatesQuery = (w: string, organization: string, q?: string) =>
  infiniteQueryOptions({
    queryKey: [...membersKey(w), "candidates", organization, { q }],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/members/candidates", {
          params: { path: { workspaceId: w }, query: { organization, q, cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
    staleTime: 0,
  });
