import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { projectKey } from "@/features/project/api/project";

export const projectMembersQuery = (p: string) =>
  infiniteQueryOptions({
    queryKey: [...projectKey(p), "members"],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/projects/{projectId}/members", { params: { path: { projectId: p }, query: { cursor: pageParam } }, signal })),
    ...byCursor,
  });
