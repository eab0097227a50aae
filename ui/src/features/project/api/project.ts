import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import type { Dataset } from "@/api/types";

export const projectKey = (p: string) => ["projects", p] as const;

/** Of what is in a project: none where one may not see the project (T-03). */
export const projectKeys = (project: Dataset["project"]) => (project ? [projectKey(project.id)] : []);

export const projectQuery = (p: string) =>
  queryOptions({
    queryKey: [...projectKey(p), "project"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/projects/{projectId}", { params: { path: { projectId: p } }, signal })),
  });
