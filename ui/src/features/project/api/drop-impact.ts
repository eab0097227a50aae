import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** What these people hold in a project, and lose when they are taken off it (K-08). */
export const dropImpactQuery = (p: string, users: string[]) =>
  queryOptions({
    queryKey: ["impact", "project", p, "members", users],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/projects/{projectId}/members/impact", { params: { path: { projectId: p }, query: { users } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
