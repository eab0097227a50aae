import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** Where a user is a member, and what removing them would hit. */
export const holdingsQuery = (o: string, userId: string) =>
  queryOptions({
    // not below the organization: whoever was just removed is not asked about again
    queryKey: ["holdings", o, userId],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/organizations/{organizationId}/users/{userId}/holdings", { params: { path: { organizationId: o, userId } }, signal })),
  });
