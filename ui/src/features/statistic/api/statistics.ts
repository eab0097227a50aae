import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { workspaceKey } from "@/features/workspace/api/workspace";

export interface Span {
  from: string;
  to: string;
}

/** The last so many days, today among them, as days in UTC. */
export function lastDays(count: number, now = Date.now()): Span {
  const day = (instant: number) => new Date(instant).toISOString().slice(0, 10);
  return { from: day(now - (count - 1) * 86_400_000), to: day(now) };
}

export const statisticsQuery = (w: string, span: Span) =>
  queryOptions({
    queryKey: [...workspaceKey(w), "statistics", span.from, span.to],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/workspaces/{workspaceId}/statistics", { params: { path: { workspaceId: w }, query: { ...span } }, signal })),
  });

/** One project over those days, also one that is gone by now. */
export const projectStatisticsQuery = (w: string, p: string, span: Span) =>
  queryOptions({
    queryKey: [...workspaceKey(w), "statistics", "project", p, span.from, span.to],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/statistics/projects/{projectId}", {
          params: { path: { workspaceId: w, projectId: p }, query: { ...span } },
          signal,
        }),
      ),
  });

/** The people of one organization and what they did, over those days. */
export const organizationStatisticsQuery = (w: string, o: string, span: Span) =>
  queryOptions({
    queryKey: [...workspaceKey(w), "statistics", "organization", o, span.from, span.to],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/statistics/organizations/{organizationId}", {
          params: { path: { workspaceId: w, organizationId: o }, query: { ...span } },
          signal,
        }),
      ),
  });

/** Where the same days are as CSV. */
export const statisticsAddress = (w: string, span: Span) => `/api/v1/workspaces/${w}/statistics/export?from=${span.from}&to=${span.to}`;
