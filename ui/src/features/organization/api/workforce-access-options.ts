import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { organizationKey } from "@/features/organization/api/organization";

/** Organizations that can be let see our people without their code. */
export const workforceAccessOptionsQuery = (o: string) =>
  queryOptions({
    queryKey: [...organizationKey(o), "workforce-access", "options"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/organizations/{organizationId}/workforce-access/options", { params: { path: { organizationId: o } }, signal })),
  });
