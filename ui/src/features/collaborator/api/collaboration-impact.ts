import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** What taking a user, or with none named the whole organization, out of a workspace would hit. */
export const collaborationImpactQuery = (o: string, w: string, user?: string) =>
  queryOptions({
    queryKey: ["collaboration-impact", o, w, user],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/collaborations/{workspaceId}/impact", {
          params: { path: { organizationId: o, workspaceId: w }, query: { user } },
          signal,
        }),
      ),
    staleTime: 0,
    gcTime: 0,
  });
