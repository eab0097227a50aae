import { answer, api } from "@/api/client";

export const renameBranch = (d: string, branch: string, name: string) =>
  answer(api.PATCH("/api/v1/datasets/{datasetId}/branches/{branch}", { params: { path: { datasetId: d, branch } }, body: { name } }));
