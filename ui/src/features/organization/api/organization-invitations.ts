import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { organizationKey } from "@/features/organization/api/organization";

export const organizationInvitationsQuery = (o: string) =>
  infiniteQueryOptions({
    queryKey: [...organizationKey(o), "invitations"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/invitations", {
          params: { path: { organizationId: o }, query: { cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
