import { answer, api } from "@/api/client";
import type { NewProject } from "@/api/types";

export const createProject = (w: string, body: NewProject) =>
  answer(api.POST("/api/v1/workspaces/{workspaceId}/projects", { params: { path: { workspaceId: w } }, body }));
