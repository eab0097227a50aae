import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { workspaceKey } from "@/features/workspace/api/workspace";

/** What a workspace stores beside its quotas (O-08). */
export const workspaceUsageQuery = (w: string) =>
  queryOptions({
    queryKey: [...workspaceKey(w), "usage"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/workspaces/{workspaceId}/usage", { params: { path: { workspaceId: w } }, signal })),
  });
