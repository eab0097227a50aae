import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";

/** Of all workspaces: what everybody who is signed in may use. */
export const openDatasetsQuery = (filter: { q?: string; sort?: string }) =>
  infiniteQueryOptions({
    queryKey: ["datasets", "open", filter],
    queryFn: ({ pageParam, signal }) => answer(api.GET("/api/v1/open-datasets", { params: { query: { ...filter, cursor: pageParam } }, signal })),
    ...byCursor,
  });
