import { answer, api } from "@/api/client";

export const revokeUserInvitation = (o: string, id: string) =>
  answer(api.DELETE("/api/v1/organizations/{organizationId}/invitations/{id}", { params: { path: { organizationId: o, id } } }));
