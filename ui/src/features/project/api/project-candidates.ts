import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { projectKey } from "@/features/project/api/project";

/** Who could be chosen into a project, by a part of a name; with those who are, too, where somebody is named for something. */
export const projectCandidatesQuery = (p: string, q: string, chosen = false) =>
  queryOptions({
    queryKey: [...projectKey(p), "candidates", q, chosen],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/projects/{projectId}/candidates", { params: { path: { projectId: p }, query: { q: q || undefined, chosen } }, signal }),
      ),
    placeholderData: keepPreviousData,
  });
