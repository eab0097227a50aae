import { answer, api } from "@/api/client";

/** Takes an item out of the draft; committed versions keep it. */
export const removeItem = (d: string, n: number, path: string) =>
  answer(api.DELETE("/api/v1/datasets/{datasetId}/drafts/{number}/item", { params: { path: { datasetId: d, number: n }, query: { path } } }));
