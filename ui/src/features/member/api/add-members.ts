import { answer, api } from "@/api/client";

export interface NewMembers {
  emails: string[];
  roles: string[];
  organizationId?: string;
}

export const addMembers = (w: string, body: NewMembers) =>
  answer(api.POST("/api/v1/workspaces/{w}/members", { params: { path: { w } }, body }));
