import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { workspaceKey } from "@/features/workspace/api/workspace";

/** Where a workspace stands in its life, and what its reader can do about it. */
export const planQuery = (w: string) =>
  queryOptions({
    queryKey: [...workspaceKey(w), "plan"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/workspaces/{workspaceId}/plan", { params: { path: { workspaceId: w } }, signal })),
  });
