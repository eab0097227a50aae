import { answer, api } from "@/api/client";

/** by its name, as it was typed. */
export const deleteWorkspace = (w: string, name: string) =>
  answer(api.DELETE("/api/v1/workspaces/{workspaceId}", { params: { path: { workspaceId: w }, query: { name } } }));
