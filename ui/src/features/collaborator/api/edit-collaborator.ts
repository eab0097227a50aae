import { answer, api } from "@/api/client";

export interface CollaboratorEdit {
  types?: string[];
  projectAccess?: "FULL" | { grant: string[]; withdraw: string[] };
  autoInvite?: boolean;
}

export const editCollaborator = (w: string, org: string, body: CollaboratorEdit) =>
  answer(api.PATCH("/api/v1/workspaces/{w}/collaborators/{org}", { params: { path: { w, org } }, body }));
