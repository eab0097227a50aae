import { answer, api } from "@/api/client";

export interface NewAcceptance extends Record<string, unknown> {
  name?: string;
  password?: string;
  organization?: string;
  workforceAccess?: boolean;
  move?: boolean;
}

export const acceptInvitation = (token: string, body: NewAcceptance) =>
  answer(api.POST("/api/v1/invitations/{token}/acceptance", { params: { path: { token } }, body }));
