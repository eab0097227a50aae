import { answer, api } from "@/api/client";

export const editDocument = (p: string, document: string, body: { name?: string; url?: string }, revision: number) =>
  answer(
    api.PATCH("/api/v1/projects/{projectId}/documents/{documentId}", {
      params: { path: { projectId: p, documentId: document } },
      body,
      headers: { "If-Match": `"${revision}"` },
    }),
  );
