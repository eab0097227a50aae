import { answer, api } from "@/api/client";

export const inviteUser = (o: string, email: string, administrator = false) =>
  answer(api.POST("/api/v1/organizations/{organizationId}/invitations", { params: { path: { organizationId: o } }, body: { email, administrator } }));
