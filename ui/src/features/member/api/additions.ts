import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { workspaceKey } from "@/features/workspace/api/workspace";

const OFTEN = 700;

export const additionsKey = (w: string) => [...workspaceKey(w), "additions"] as const;

/** One's own additions, newest first; asked for again as long as one is running. */
export const additionsQuery = (w: string) =>
  queryOptions({
    queryKey: additionsKey(w),
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/workspaces/{workspaceId}/members/additions", { params: { path: { workspaceId: w }, query: { limit: 5 } }, signal })),
    refetchInterval: ({ state }) => (state.data?.items.some((addition) => addition.state === "RUNNING") ? OFTEN : false),
  });
