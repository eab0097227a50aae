import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import type { NotificationKind } from "@/api/types";

export const preferencesKey = ["notification-preferences"] as const;

export const preferencesQuery = queryOptions({
  queryKey: preferencesKey,
  queryFn: ({ signal }) => answer(api.GET("/api/v1/me/notification-preferences", { signal })),
});

export const setPreference = (kind: NotificationKind, mail: boolean) =>
  answer(api.PUT("/api/v1/me/notification-preferences/{kind}", { params: { path: { kind } }, body: { mail } }));
