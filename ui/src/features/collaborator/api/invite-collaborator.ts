import { answer, api } from "@/api/client";

export interface NewCollaborator {
  types: string[];
  organizationId?: string;
  email?: string;
  roles?: string[];
  projectAccess: "FULL" | string[];
}

export const inviteCollaborator = (w: string, body: NewCollaborator) =>
  answer(api.POST("/api/v1/workspaces/{w}/collaborators", { params: { path: { w } }, body }));
