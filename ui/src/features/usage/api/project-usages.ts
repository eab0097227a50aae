import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { workspaceKey } from "@/features/workspace/api/workspace";

/** What each project of a workspace stores, largest first. */
export const projectUsagesQuery = (w: string) =>
  infiniteQueryOptions({
    queryKey: [...workspaceKey(w), "usage", "projects"],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/workspaces/{workspaceId}/usage/projects", { params: { path: { workspaceId: w }, query: { cursor: pageParam } }, signal })),
    ...byCursor,
  });
