import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { organizationKey } from "@/features/organization/api/organization";

/** What each workspace that an organization owns used in a month, `2026-11` (C-05). */
export const ownMonthlyUsageQuery = (o: string, month: string) =>
  infiniteQueryOptions({
    queryKey: [...organizationKey(o), "monthly-usage", month],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/monthly-usage", {
          params: { path: { organizationId: o }, query: { month, cursor: pageParam } },
          signal,
        }),
      ),
    ...byCursor,
  });

/** Where the same is as CSV. */
export const ownMonthlyUsageAddress = (o: string, month: string) => `/api/v1/organizations/${o}/monthly-usage/export?month=${month}`;
