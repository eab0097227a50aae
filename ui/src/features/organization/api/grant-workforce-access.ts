import { answer, api } from "@/api/client";

export const grantWorkforceAccess = (o: string, body: { code: string } | { organizationId: string }) =>
  answer(api.POST("/api/v1/organizations/{organizationId}/workforce-access", { params: { path: { organizationId: o } }, body }));
