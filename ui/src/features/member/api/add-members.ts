import { answer, api } from "@/api/client";
import type { NewMembers } from "@/api/types";

export const addMembers = (w: string, body: NewMembers) =>
  answer(api.POST("/api/v1/workspaces/{workspaceId}/members", { params: { path: { workspaceId: w } }, body }));
