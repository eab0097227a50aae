import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** The first people, projects and datasets that fit, in one workspace or in all; the last ones stay while one types. */
export const searchQuery = (q: string, workspace: string | null) =>
  queryOptions({
    queryKey: ["search", workspace, q],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/search", { params: { query: { q, ...(workspace && { workspace }) } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
