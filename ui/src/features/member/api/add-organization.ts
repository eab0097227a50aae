import { answer, api } from "@/api/client";
import type { NewMemberAddition } from "@/api/types";

export const addOrganization = (w: string, body: NewMemberAddition) =>
  answer(api.POST("/api/v1/workspaces/{workspaceId}/members/additions", { params: { path: { workspaceId: w } }, body }));
