import type { components } from "@/api/schema";

export type Hits = components["schemas"]["SearchHits"];

/** Something found, as the box shows it, and the page that it leads to. */
export interface Hit {
  key: string;
  kind: "people" | "projects" | "datasets";
  name: string;
  /** Where it is. */
  about: string;
  target:
    | { to: "/workspaces/$workspaceId/manage/members"; params: { workspaceId: string }; search: { q: string } }
    | { to: "/workspaces/$workspaceId/projects/$projectId"; params: { workspaceId: string; projectId: string } }
    | { to: "/workspaces/$workspaceId/datasets/$datasetId"; params: { workspaceId: string; datasetId: string } };
}

export const KINDS = ["projects", "datasets", "people"] as const;

/** In the order of the box; the workspace is named only where several are searched. */
export function hitsOf(hits: Hits, several: boolean): Hit[] {
  const places = (...names: (string | false)[]) => names.filter(Boolean).join(" · ");
  return [
    ...hits.projects.items.map(
      (p): Hit => ({
        key: p.id,
        kind: "projects",
        name: p.name,
        about: places(several && p.workspace.name),
        target: { to: "/workspaces/$workspaceId/projects/$projectId", params: { workspaceId: p.workspace.id, projectId: p.id } },
      }),
    ),
    ...hits.datasets.items.map(
      (d): Hit => ({
        key: d.id,
        kind: "datasets",
        name: d.name,
        about: places(d.project.name, several && d.workspace.name),
        target: { to: "/workspaces/$workspaceId/datasets/$datasetId", params: { workspaceId: d.workspace.id, datasetId: d.id } },
      }),
    ),
    ...hits.people.items.map(
      (m): Hit => ({
        key: m.id,
        kind: "people",
        name: m.name,
        about: places(m.organization.name, m.email, several && m.workspace.name),
        target: { to: "/workspaces/$workspaceId/manage/members", params: { workspaceId: m.workspace.id }, search: { q: m.email } },
      }),
    ),
  ];
}
