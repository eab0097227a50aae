import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import type { ProjectVisibility } from "@/api/types";
import { workspaceKey } from "@/features/workspace/api/workspace";

export interface ProjectFilter {
  q?: string;
  sort?: string;
  visibility?: ProjectVisibility;
  archived?: boolean;
  trashed?: boolean;
}

export const projectsKey = (w: string) => [...workspaceKey(w), "projects"] as const;

export const projectsQuery = (w: string, filter: ProjectFilter) =>
  infiniteQueryOptions({
    queryKey: [...projectsKey(w), filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/projects", {
          params: { path: { workspaceId: w }, query: { ...filter, cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
