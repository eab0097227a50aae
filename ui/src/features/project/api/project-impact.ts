import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** Who owns datasets in a project: whom closing or deleting it would hit (O-12). */
export const projectImpactQuery = (p: string) =>
  queryOptions({
    // Not below the project's key: what is gone after the change is not asked for again.
    queryKey: ["impact", "project", p],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/projects/{projectId}/impact", { params: { path: { projectId: p } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
