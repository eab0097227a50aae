import { answer, api } from "@/api/client";

export const commitDraft = (d: string, n: number, message: string) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/drafts/{number}/commit", { params: { path: { datasetId: d, number: n } }, body: { message } }));
