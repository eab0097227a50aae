import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

export const organizationKey = (o: string) => ["organizations", o] as const;

export const organizationQuery = (o: string) =>
  queryOptions({
    queryKey: [...organizationKey(o), "organization"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/organizations/{organizationId}", { params: { path: { organizationId: o } }, signal })),
  });
