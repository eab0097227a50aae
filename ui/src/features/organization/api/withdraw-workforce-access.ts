import { answer, api } from "@/api/client";

export const withdrawWorkforceAccess = (o: string, seerId: string) =>
  answer(api.DELETE("/api/v1/organizations/{organizationId}/workforce-access/{seerId}", { params: { path: { organizationId: o, seerId } } }));
