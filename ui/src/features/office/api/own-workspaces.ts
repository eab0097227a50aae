import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { organizationKey } from "@/features/organization/api/organization";

/** The workspaces that the organization owns, by name, owner, plan and sums (C-04). */
export const ownWorkspacesQuery = (o: string) =>
  infiniteQueryOptions({
    queryKey: [...organizationKey(o), "workspaces"],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/organizations/{organizationId}/workspaces", { params: { path: { organizationId: o }, query: { cursor: pageParam } }, signal })),
    ...byCursor,
  });
