import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

export const serverQuery = queryOptions({
  queryKey: ["server"],
  queryFn: ({ signal }) => answer(api.GET("/api/v1/server", { signal })),
  staleTime: 300_000,
});
