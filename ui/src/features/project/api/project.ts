import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

export const projectKey = (p: string) => ["projects", p] as const;

export const projectQuery = (p: string) =>
  queryOptions({
    queryKey: [...projectKey(p), "project"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/projects/{p}", { params: { path: { p } }, signal })),
  });
