import { answer, api } from "@/api/client";

export interface WorkspaceEdit {
  name?: string;
  description?: string;
}

export const editWorkspace = (w: string, revision: number, body: WorkspaceEdit) =>
  answer(
    api.PATCH("/api/v1/workspaces/{w}", { params: { path: { w } }, body, headers: { "If-Match": `"${revision}"` } }),
  );
