import { answer, api } from "@/api/client";

export const renewInvitation = (w: string, id: string) =>
  answer(api.POST("/api/v1/workspaces/{workspaceId}/invitations/{id}/renewal", { params: { path: { workspaceId: w, id } } }));
