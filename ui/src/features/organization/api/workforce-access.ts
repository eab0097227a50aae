import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { organizationKey } from "@/features/organization/api/organization";

/** SEES: whose people we see; SEEN_BY: who sees ours (O-04). */
export const workforceAccessQuery = (o: string, direction: "SEES" | "SEEN_BY") =>
  infiniteQueryOptions({
    queryKey: [...organizationKey(o), "workforce-access", direction],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/workforce-access", {
          params: { path: { organizationId: o }, query: { direction, cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });
