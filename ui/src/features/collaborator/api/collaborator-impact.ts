import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import type { CollaborationType } from "@/api/types";

/** Types to be left, or projects to be withdrawn; neither asks about the removal. */
export interface Planned {
  types?: CollaborationType[];
  withdraw?: string[];
}

/** Whom a change of a collaborator would hit, asked before it is made (K-07, K-08, K-12). */
export const collaboratorImpactQuery = (w: string, org: string, { types, withdraw }: Planned) =>
  queryOptions({
    // Not below the workspace's key: what is gone after the change is not asked for again.
    queryKey: ["impact", w, org, { types, withdraw }],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/collaborators/{organizationId}/impact", {
          params: { path: { workspaceId: w, organizationId: org }, query: { types, withdraw } },
          signal,
        }),
      ),
    staleTime: 0,
    gcTime: 0,
  });
