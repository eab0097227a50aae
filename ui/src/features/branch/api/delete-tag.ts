import { answer, api } from "@/api/client";

/** Takes the name off; the version stays. */
export const deleteTag = (d: string, tag: string) =>
  answer(api.DELETE("/api/v1/datasets/{datasetId}/tags/{tag}", { params: { path: { datasetId: d, tag } } }));
