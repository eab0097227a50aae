import { answer, api } from "@/api/client";

/** Names a version; the name stays with it. */
export const createTag = (d: string, name: string, version: string) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/tags", { params: { path: { datasetId: d } }, body: { name, version } }));
