import type { QueryKey } from "@tanstack/react-query";

/** What the server says of a change: what kind of thing, and in which workspace, if it was in one. */
export interface Changed {
  scope?: string | null;
  workspace?: string | null;
}

const PROJECTS = [["projects"]];
const DATASETS = [["datasets"], ["projects"]];
const OF: Record<string, QueryKey[]> = {
  project: PROJECTS,
  document: PROJECTS,
  member: PROJECTS,
  dataset: DATASETS,
  draft: DATASETS,
  version: DATASETS,
  branch: DATASETS,
  tag: DATASETS,
  application: DATASETS,
  link: DATASETS,
  // also what the clock did to all that is in it
  workspace: [["me"], ["projects"], ["datasets"]],
};

/** Which of the answers that a page holds are worth asking for again, by the beginnings of their keys. */
export function staleKeys({ scope, workspace }: Changed): QueryKey[] {
  if (!workspace) return [["organizations"], ["me"], ["access-keys"], ["sessions"]];
  return [["workspaces", workspace], ...(OF[scope ?? ""] ?? [])];
}
