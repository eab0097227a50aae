import { answer, api } from "@/api/client";

export const chooseMember = (p: string, user: string) =>
  answer(api.PUT("/api/v1/projects/{projectId}/members/{userId}", { params: { path: { projectId: p, userId: user } } }));
