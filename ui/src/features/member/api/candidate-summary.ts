import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { membersKey } from "@/features/member/api/members";

export const candidateSummaryQuery = (w: string, organization: string) =>
  queryOptions({
    queryKey: [...membersKey(w), "candidates", organization, "summary"],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/members/candidates/summary", {
          params: { path: { workspaceId: w }, query: { organization } },
          signal,
        }),
      ),
    staleTime: 0,
  });
