import { answer, api } from "@/api/client";

export const inviteUser = (o: string, email: string, administrator = false) =>
  answer(api.POST("/api/v1/organizations/{o}/invitations", { params: { path: { o } }, body: { email, administrator } }));
