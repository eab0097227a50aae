import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { workspaceKey } from "@/features/workspace/api/workspace";

/** To whom the workspace may be passed on: unlocked members from the owning organization. */
export const ownershipCandidatesQuery = (w: string, q: string) =>
  infiniteQueryOptions({
    queryKey: [...workspaceKey(w), "ownership", q],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/ownership/candidates", {
          params: { path: { workspaceId: w }, query: { q: q || undefined, cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });

export const transferOwnership = (w: string, body: { userId: string; password: string }) =>
  answer(api.PUT("/api/v1/workspaces/{workspaceId}/ownership", { params: { path: { workspaceId: w } }, body }));
