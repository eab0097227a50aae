import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { organizationKey } from "@/features/organization/api/organization";

export const projectSumsQuery = (o: string, w: string) =>
  infiniteQueryOptions({
    queryKey: [...organizationKey(o), "workspaces", w, "projects"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/workspaces/{workspaceId}/projects", {
          params: { path: { organizationId: o, workspaceId: w }, query: { cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
