import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { organizationKey } from "@/features/organization/api/organization";
import { workspaceKey } from "@/features/workspace/api/workspace";

/** Whose log: that of a workspace, or of what an organization's users did anywhere. */
export type Place = { workspaceId: string } | { organizationId: string };

export interface ActivityFilter {
  q?: string;
  kind?: string;
  actor?: string;
  object?: string;
  /** Instants: from the first until before the second. */
  from?: string;
  to?: string;
}

const keyOf = (place: Place) => [...("workspaceId" in place ? workspaceKey(place.workspaceId) : organizationKey(place.organizationId)), "activity"];

export const activityQuery = (place: Place, filter: ActivityFilter) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(place), "list", filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, cursor: pageParam };
      return "workspaceId" in place
        ? answer(api.GET("/api/v1/workspaces/{workspaceId}/activity", { params: { path: place, query }, signal }))
        : answer(api.GET("/api/v1/organizations/{organizationId}/activity", { params: { path: place, query }, signal }));
    },
    ...byCursor,
    staleTime: 0,
  });

export const activityDaysQuery = (place: Place, filter: ActivityFilter) =>
  queryOptions({
    queryKey: [...keyOf(place), "days", filter],
    queryFn: ({ signal }) => {
      const query = { ...filter, zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
      return "workspaceId" in place
        ? answer(api.GET("/api/v1/workspaces/{workspaceId}/activity/days", { params: { path: place, query }, signal }))
        : answer(api.GET("/api/v1/organizations/{organizationId}/activity/days", { params: { path: place, query }, signal }));
    },
    staleTime: 0,
  });

/** Every kind of event there is; it changes with the server only. */
export const activityKindsQuery = queryOptions({
  queryKey: ["activity-kinds"],
  queryFn: ({ signal }) => answer(api.GET("/api/v1/activity/kinds", { signal })),
  staleTime: Infinity,
});

/** Where the same events come as JSON lines. */
export function exportAddress(place: Place, filter: ActivityFilter): string {
  const where = "workspaceId" in place ? `workspaces/${place.workspaceId}` : `organizations/${place.organizationId}`;
  const query = new URLSearchParams(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])));
  return `/api/v1/${where}/activity/export${query.size > 0 ? `?${query}` : ""}`;
}
