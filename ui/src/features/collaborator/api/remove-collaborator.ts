import { answer, api } from "@/api/client";

export const removeCollaborator = (w: string, org: string) =>
  answer(api.DELETE("/api/v1/workspaces/{w}/collaborators/{org}", { params: { path: { w, org } } }));
