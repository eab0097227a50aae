import { answer, api } from "@/api/client";

export const removeCollaborator = (w: string, org: string, handOverTo?: string) =>
  answer(api.DELETE("/api/v1/workspaces/{workspaceId}/collaborators/{organizationId}", { params: { path: { workspaceId: w, organizationId: org }, query: { handOverTo } } }));
