import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { collaborationsKey } from "@/features/collaborator/api/collaborations";

/** An organization's own people in one workspace. */
export const collaborationMembersQuery = (o: string, w: string) =>
  infiniteQueryOptions({
    queryKey: [...collaborationsKey(o), w, "members"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/collaborations/{workspaceId}/members", {
          params: { path: { organizationId: o, workspaceId: w }, query: { cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
