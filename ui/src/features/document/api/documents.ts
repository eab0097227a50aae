import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { projectKey } from "@/features/project/api/project";

export const documentsQuery = (p: string, filter: { q?: string; sort?: string }) =>
  infiniteQueryOptions({
    queryKey: [...projectKey(p), "documents", filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/projects/{projectId}/documents", {
          params: { path: { projectId: p }, query: { ...filter, cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
