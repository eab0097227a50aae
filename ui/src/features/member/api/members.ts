import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import type { Role } from "@/api/types";
import { workspaceKey } from "@/features/workspace/api/workspace";

export interface MemberFilter {
  q?: string;
  sort?: string;
  role?: Role;
  organization?: string;
}

export const membersKey = (w: string) => [...workspaceKey(w), "members"] as const;

export const membersQuery = (w: string, filter: MemberFilter) =>
  infiniteQueryOptions({
    queryKey: [...membersKey(w), filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/workspaces/{workspaceId}/members", {
          params: { path: { workspaceId: w }, query: { ...filter, cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
