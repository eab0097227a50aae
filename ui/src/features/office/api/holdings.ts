import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { organizationKey } from "@/features/organization/api/organization";

/** Where a user is a member, and what removing them would hit. */
export const holdingsQuery = (o: string, userId: string) =>
  queryOptions({
    queryKey: [...organizationKey(o), "users", userId, "holdings"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/organizations/{organizationId}/users/{userId}/holdings", { params: { path: { organizationId: o, userId } }, signal })),
  });
