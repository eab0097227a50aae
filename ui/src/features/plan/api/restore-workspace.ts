import { answer, api } from "@/api/client";

export const restoreWorkspace = (w: string) => answer(api.POST("/api/v1/workspaces/{workspaceId}/restoration", { params: { path: { workspaceId: w } } }));
