import { answer, api } from "@/api/client";

export const removeMember = (w: string, user: string, handOverTo?: string) =>
  answer(api.DELETE("/api/v1/workspaces/{w}/members/{user}", { params: { path: { w, user }, query: { handOverTo } } }));
