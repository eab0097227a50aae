import { answer, api } from "@/api/client";
import type { NewCollaborator } from "@/api/types";

export const inviteCollaborator = (w: string, body: NewCollaborator) =>
  answer(api.POST("/api/v1/workspaces/{workspaceId}/collaborators", { params: { path: { workspaceId: w } }, body }));
