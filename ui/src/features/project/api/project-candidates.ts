import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { projectKey } from "@/features/project/api/project";

/** Who could be chosen into a project, by the beginning of a name. */
export const projectCandidatesQuery = (p: string, q: string) =>
  queryOptions({
    queryKey: [...projectKey(p), "candidates", q],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/projects/{projectId}/candidates", { params: { path: { projectId: p }, query: { q: q || undefined } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
