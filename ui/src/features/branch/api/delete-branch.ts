import { answer, api } from "@/api/client";

/** With it go the versions that are its own. */
export const deleteBranch = (d: string, branch: string) =>
  answer(api.DELETE("/api/v1/datasets/{datasetId}/branches/{branch}", { params: { path: { datasetId: d, branch } } }));
