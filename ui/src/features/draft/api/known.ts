import { answer, api } from "@/api/client";

/** Which contents need not be sent again, as far as this draft's people may already see them. */
export const known = (d: string, n: number, digests: string[], signal: AbortSignal) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/drafts/{number}/known", { params: { path: { datasetId: d, number: n } }, body: { digests }, signal }));
