import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";

export const sessionsKey = ["sessions"] as const;

export const sessionsQuery = infiniteQueryOptions({
  queryKey: sessionsKey,
  queryFn: ({ signal }) =>
    answer(api.GET("/api/v1/me/sessions", { signal })),
  ...byCursor,
});
