import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** What removing somebody would take with it. */
export const memberRemovalQuery = (w: string, user: string) =>
  queryOptions({
    // Not below the workspace's key: whoever is gone is not asked for again.
    queryKey: ["removal", w, user],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/workspaces/{workspaceId}/members/{userId}/removal", { params: { path: { workspaceId: w, userId: user } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
