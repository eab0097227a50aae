import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";

export const sessionsKey = ["sessions"] as const;

export const sessionsQuery = infiniteQueryOptions({
  queryKey: sessionsKey,
  queryFn: ({ pageParam, signal }) =>
    answer(api.GET("/api/v1/me/sessions", { params: { query: { cursor: pageParam } }, signal })),
  ...byCursor,
});
