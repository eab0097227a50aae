import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { workspaceKey } from "@/features/workspace/api/workspace";

/** What a workspace used by the month, the newest first. */
export const monthlyUsageQuery = (w: string) =>
  infiniteQueryOptions({
    queryKey: [...workspaceKey(w), "monthly-usage"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/monthly-usage", { params: { path: { workspaceId: w }, query: { cursor: pageParam, limit: 12 } }, signal }),
      ),
    ...byCursor,
  });

/** Where all months are as CSV. */
export const monthlyUsageAddress = (w: string) => `/api/v1/workspaces/${w}/monthly-usage/export`;
