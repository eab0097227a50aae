import { answer, api } from "@/api/client";

export const cancelAddition = (w: string, id: string) =>
  answer(api.DELETE("/api/v1/workspaces/{workspaceId}/members/additions/{id}", { params: { path: { workspaceId: w, id } } }));
