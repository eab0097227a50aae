import { answer, api } from "@/api/client";

export const removeMember = (w: string, user: string, handOverTo?: string) =>
  answer(api.DELETE("/api/v1/workspaces/{workspaceId}/members/{userId}", { params: { path: { workspaceId: w, userId: user }, query: { handOverTo } } }));
