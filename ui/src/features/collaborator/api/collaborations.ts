import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";

export const collaborationsKey = (o: string) => ["organizations", o, "collaborations"] as const;

/** The workspaces that an organization works in, for its administrators. */
export const collaborationsQuery = (o: string, q?: string) =>
  infiniteQueryOptions({
    queryKey: [...collaborationsKey(o), { q }],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/collaborations", { params: { path: { organizationId: o }, query: { q, cursor: pageParam } }, signal }),
      ),
    ...byCursor,
  });
