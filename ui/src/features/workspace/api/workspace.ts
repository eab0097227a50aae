import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** The beginning of the key of everything in a workspace. */
export const workspaceKey = (w: string) => ["workspaces", w] as const;

export const workspaceQuery = (w: string) =>
  queryOptions({
    queryKey: [...workspaceKey(w), "workspace"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/workspaces/{workspaceId}", { params: { path: { workspaceId: w } }, signal })),
  });
