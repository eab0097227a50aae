import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { organizationKey } from "@/features/organization/api/organization";

export const usersQuery = (o: string, q?: string) =>
  infiniteQueryOptions({
    queryKey: [...organizationKey(o), "users", { q }],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/users", { params: { path: { organizationId: o }, query: { q, cursor: pageParam } }, signal }),
      ),
    ...byCursor,
  });
