import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { projectKey } from "@/features/project/api/project";

/** What one project stores, for all who see it (C-14). */
export const projectUsageQuery = (p: string) =>
  queryOptions({
    queryKey: [...projectKey(p), "usage"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/projects/{projectId}/usage", { params: { path: { projectId: p } }, signal })),
  });
