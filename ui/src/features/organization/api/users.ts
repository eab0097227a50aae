import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { organizationKey } from "@/features/organization/api/organization";

export interface UserFilter {
  q?: string;
  sort?: string;
  state?: "ADMINISTRATOR" | "LOCKED";
}

export const usersQuery = (o: string, filter: UserFilter = {}) =>
  infiniteQueryOptions({
    queryKey: [...organizationKey(o), "users", filter],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/users", { params: { path: { organizationId: o }, query: { ...filter, cursor: pageParam } }, signal }),
      ),
    ...byCursor,
  });
