import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

export const autoInviteQuery = (o: string) =>
  queryOptions({
    queryKey: ["organizations", o, "auto-invite"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/organizations/{organizationId}/auto-invite", { params: { path: { organizationId: o } }, signal })),
  });
