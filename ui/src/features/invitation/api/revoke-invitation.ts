import { answer, api } from "@/api/client";

export const revokeInvitation = (w: string, id: string) =>
  answer(api.DELETE("/api/v1/workspaces/{workspaceId}/invitations/{id}", { params: { path: { workspaceId: w, id } } }));
