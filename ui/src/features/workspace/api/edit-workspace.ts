import { answer, api } from "@/api/client";

export interface WorkspaceEdit {
  name?: string;
  description?: string;
  implicitMembers?: boolean;
}

export const editWorkspace = (w: string, revision: number, body: WorkspaceEdit) =>
  answer(
    api.PATCH("/api/v1/workspaces/{workspaceId}", { params: { path: { workspaceId: w } }, body, headers: { "If-Match": `"${revision}"` } }),
  );
