import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { membersKey } from "@/features/member/api/members";

export const memberOptionsQuery = (w: string) =>
  queryOptions({
    queryKey: [...membersKey(w), "options"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/workspaces/{workspaceId}/members/options", { params: { path: { workspaceId: w } }, signal })),
  });
