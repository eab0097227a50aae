import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** What the server understands of a pasted list of addresses. */
export const readAddressesQuery = (w: string, text: string) =>
  queryOptions({
    queryKey: ["addresses", w, text],
    queryFn: ({ signal }) =>
      answer(api.POST("/api/v1/workspaces/{workspaceId}/members/addresses", { params: { path: { workspaceId: w } }, body: { text }, signal })),
    enabled: text.trim() !== "",
    staleTime: Infinity,
    gcTime: 0,
  });
