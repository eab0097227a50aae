import { answer, api } from "@/api/client";

export interface NewProject extends Record<string, unknown> {
  name: string;
  description?: string;
  visibility: string;
}

export const createProject = (w: string, body: NewProject) =>
  answer(api.POST("/api/v1/workspaces/{w}/projects", { params: { path: { w } }, body }));
