import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { workspaceKey } from "@/features/workspace/api/workspace";

/** Files that programs reserved for inferring labels, of all datasets of a workspace, newest first (O-20). */
export const inferenceReservationsQuery = (w: string) =>
  infiniteQueryOptions({
    queryKey: [...workspaceKey(w), "inference-reservations"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/inference-reservations", {
          params: { path: { workspaceId: w }, query: { cursor: pageParam, limit: 20 } },
          signal,
        }),
      ),
    ...byCursor,
  });
