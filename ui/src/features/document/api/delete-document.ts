import { answer, api } from "@/api/client";

export const deleteDocument = (p: string, document: string) =>
  answer(api.DELETE("/api/v1/projects/{projectId}/documents/{documentId}", { params: { path: { projectId: p, documentId: document } } }));
