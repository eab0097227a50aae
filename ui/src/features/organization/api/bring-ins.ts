import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { organizationKey } from "@/features/organization/api/organization";

/** Addresses that workspace members asked the organization to bring in (M-07). */
export const bringInsQuery = (o: string) =>
  infiniteQueryOptions({
    queryKey: [...organizationKey(o), "bring-ins"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/organizations/{organizationId}/bring-ins", { params: { path: { organizationId: o }, query: { cursor: pageParam } }, signal }),
      ),
    ...byCursor,
  });
