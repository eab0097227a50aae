import { answer, api } from "@/api/client";

/** Its neighbours stay as they are. */
export const deleteVersion = (d: string, ref: string) =>
  answer(api.DELETE("/api/v1/datasets/{datasetId}/versions/{ref}", { params: { path: { datasetId: d, ref } } }));
