import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { membersKey } from "@/features/member/api/members";

/** What removing somebody would take with it. */
export const memberRemovalQuery = (w: string, user: string) =>
  queryOptions({
    queryKey: [...membersKey(w), user, "removal"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/workspaces/{w}/members/{user}/removal", { params: { path: { w, user } }, signal })),
    staleTime: 0,
  });
