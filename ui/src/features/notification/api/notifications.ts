import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";

export const notificationsKey = ["notifications"] as const;

export const notificationsQuery = (unread: boolean) =>
  infiniteQueryOptions({
    queryKey: [...notificationsKey, "list", { unread }],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/me/notifications", { params: { query: { unread, cursor: pageParam } }, signal })),
    ...byCursor,
  });

export const unreadQuery = queryOptions({
  queryKey: [...notificationsKey, "unread"],
  queryFn: ({ signal }) => answer(api.GET("/api/v1/me/notifications/unread", { signal })),
});
