import { answer, api } from "@/api/client";

export const createWorkspace = (body: { name: string; description?: string }) =>
  answer(api.POST("/api/v1/workspaces", { body }));
