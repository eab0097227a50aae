import { answer, api } from "@/api/client";
import type { CollaboratorEdit } from "@/api/types";

export const editCollaborator = (w: string, org: string, body: CollaboratorEdit) =>
  answer(api.PATCH("/api/v1/workspaces/{workspaceId}/collaborators/{organizationId}", { params: { path: { workspaceId: w, organizationId: org } }, body }));
