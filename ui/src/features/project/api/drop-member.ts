import { answer, api } from "@/api/client";

export const dropMember = (p: string, user: string, handOverTo?: string) =>
  answer(api.DELETE("/api/v1/projects/{projectId}/members/{userId}", { params: { path: { projectId: p, userId: user }, query: { handOverTo } } }));
