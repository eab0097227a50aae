import { answer, api } from "@/api/client";

export const editRoles = (w: string, user: string, roles: string[]) =>
  answer(api.PATCH("/api/v1/workspaces/{w}/members/{user}", { params: { path: { w, user } }, body: { roles } }));
