import { answer, api } from "@/api/client";
import type { Role } from "@/api/types";

export const editRoles = (w: string, user: string, roles: Role[]) =>
  answer(api.PATCH("/api/v1/workspaces/{workspaceId}/members/{userId}", { params: { path: { workspaceId: w, userId: user } }, body: { roles } }));
