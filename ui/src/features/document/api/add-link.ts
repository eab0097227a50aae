import { answer, api } from "@/api/client";

export const addLink = (p: string, body: { name: string; url: string }) =>
  answer(api.POST("/api/v1/projects/{projectId}/documents", { params: { path: { projectId: p } }, body }));
