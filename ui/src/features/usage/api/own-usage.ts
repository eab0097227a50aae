import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { organizationKey } from "@/features/organization/api/organization";

/** What the workspaces that an organization owns store, largest first (C-05). */
export const ownUsageQuery = (o: string) =>
  infiniteQueryOptions({
    queryKey: [...organizationKey(o), "usage"],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/organizations/{organizationId}/usage", { params: { path: { organizationId: o }, query: { cursor: pageParam } }, signal })),
    ...byCursor,
  });
