import { answer, api } from "@/api/client";

export const discardDraft = (d: string, n: number) =>
  answer(api.DELETE("/api/v1/datasets/{datasetId}/drafts/{number}", { params: { path: { datasetId: d, number: n } } }));
