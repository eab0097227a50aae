import { answer, api } from "@/api/client";

/** Starts a branch from a version, a branch or a tag. */
export const createBranch = (d: string, name: string, from: string) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/branches", { params: { path: { datasetId: d } }, body: { name, from } }));
