import { answer, api } from "@/api/client";

/** Opens a draft on a branch, or answers with the one that is open. */
export const openDraft = (d: string, branch: string) => answer(api.POST("/api/v1/datasets/{datasetId}/drafts", { params: { path: { datasetId: d } }, body: { branch } }));
