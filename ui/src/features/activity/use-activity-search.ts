import { useNavigate, useSearch } from "@tanstack/react-router";
import type { ActivityFilter } from "@/features/activity/api/activity";

/** What stands in the address: days as they are typed, and the names of the person and the thing that were picked. */
export interface ActivitySearch {
  q?: string;
  kind?: string;
  actor?: string;
  actorName?: string;
  object?: string;
  objectName?: string;
  from?: string;
  to?: string;
}

const FIELDS = ["q", "kind", "actor", "actorName", "object", "objectName", "from", "to"] as const;

export function activitySearch(search: Record<string, unknown>): ActivitySearch {
  return Object.fromEntries(FIELDS.map((name) => [name, search[name]]).filter(([, value]) => typeof value === "string" && value !== ""));
}

export function useActivitySearch() {
  const search: ActivitySearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (patch: ActivitySearch) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...patch }) as never, replace: true });
  return { search, set };
}

/** What is asked of the server: the days of this browser's time zone, both included. */
export function filterOf({ q, kind, actor, object, from, to }: ActivitySearch): ActivityFilter {
  return { q, kind, actor, object, from: startOf(from, 0), to: startOf(to, 1) };
}

function startOf(day: string | undefined, later: number): string | undefined {
  const [year, month, date] = (day ?? "").split("-").map(Number);
  if (!year || !month || !date) return undefined;
  return new Date(year, month - 1, date + later).toISOString();
}
