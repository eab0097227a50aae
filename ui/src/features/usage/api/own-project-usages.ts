import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { organizationKey } from "@/features/organization/api/organization";

/** What the projects of one of an organization's own workspaces store, by name and sums, largest first (C-02, C-05). */
export const ownProjectUsagesQuery = (o: string, w: string) =>
  infiniteQueryOptions({
    queryKey: [...organizationKey(o), "usage", w],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/usage/{workspaceId}", {
          params: { path: { organizationId: o, workspaceId: w }, query: { cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
