import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";

export const accessKeysKey = ["access-keys"] as const;

export const accessKeysQuery = infiniteQueryOptions({
  queryKey: accessKeysKey,
  queryFn: ({ signal }) =>
    answer(api.GET("/api/v1/me/access-keys", { signal })),
  ...byCursor,
});
