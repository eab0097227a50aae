import { answer, api } from "@/api/client";

/** Takes one user, or with none named the whole organization, out of a workspace. */
export const takeOut = (o: string, w: string, user?: string) =>
  user
    ? answer(
        api.DELETE("/api/v1/organizations/{organizationId}/collaborations/{workspaceId}/members/{userId}", {
          params: { path: { organizationId: o, workspaceId: w, userId: user } },
        }),
      )
    : answer(api.DELETE("/api/v1/organizations/{organizationId}/collaborations/{workspaceId}", { params: { path: { organizationId: o, workspaceId: w } } }));
