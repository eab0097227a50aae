import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { organizationKey } from "@/features/organization/api/organization";

/** Who may be named in place of an owner who is locked or removed. */
export const ownerCandidatesQuery = (o: string, w: string) =>
  queryOptions({
    queryKey: [...organizationKey(o), "workspaces", w, "owner-candidates"],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/workspaces/{workspaceId}/owner-candidates", {
          params: { path: { organizationId: o, workspaceId: w } },
          signal,
        }),
      ),
  });
