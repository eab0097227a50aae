import { answer, api } from "@/api/client";

export const allowAutoInvite = (o: string, allowed: boolean) =>
  answer(api.PUT("/api/v1/organizations/{organizationId}/auto-invite", { params: { path: { organizationId: o } }, body: { allowed } }));
