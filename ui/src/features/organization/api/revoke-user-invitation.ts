import { answer, api } from "@/api/client";

export const revokeUserInvitation = (o: string, id: string) =>
  answer(api.DELETE("/api/v1/organizations/{o}/invitations/{id}", { params: { path: { o, id } } }));
