import { answer, api } from "@/api/client";

export const restoreProject = (p: string) => answer(api.POST("/api/v1/projects/{projectId}/restoration", { params: { path: { projectId: p } } }));
