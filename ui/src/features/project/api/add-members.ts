import { answer, api } from "@/api/client";

/** Several at once; with `from` they leave that project in the same step. */
export const addProjectMembers = (p: string, body: { users: string[]; from?: string; handOverTo?: string }) =>
  answer(api.POST("/api/v1/projects/{projectId}/members", { params: { path: { projectId: p } }, body }));
