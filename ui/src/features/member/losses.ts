import type { Loss } from "@/api/types";
import { plural, words } from "@/shared/text/format";

const SAYS: Record<string, (count: number) => string> = {
  "project-memberships": (count) => `${plural(count, "project membership ends", "project memberships end")}`,
  grants: (count) => `${plural(count, "dataset grant ends", "dataset grants end")}`,
  invitations: (count) => `${plural(count, "open invitation is", "open invitations are")} revoked`,
  links: (count) => `${plural(count, "link dies", "links die")}`,
  tasks: (count) => `${plural(count, "open task returns", "open tasks return")}`,
  "owned-datasets": (count) => `${plural(count, "dataset passes", "datasets pass")} to somebody else`,
  "owned-projects": (count) => `${plural(count, "project passes", "projects pass")} to somebody else`,
};

/** What people lose, or leave to others, when they or their organization go: one sentence each. */
export function losses(takes: Loss[]): string[] {
  return takes
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => SAYS[kind]?.(count) ?? `${count} ${words(kind.replaceAll("-", "_"))}`);
}

/** Whether somebody has to take over. */
export function passesOn(takes: Loss[]): boolean {
  return takes.some(({ kind, count }) => count > 0 && kind.startsWith("owned-"));
}
