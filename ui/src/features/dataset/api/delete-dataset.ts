import { answer, api } from "@/api/client";

/** Irrevocable; the typed name goes along (T-16). */
export const deleteDataset = (d: string, name: string) =>
  answer(api.DELETE("/api/v1/datasets/{datasetId}", { params: { path: { datasetId: d }, query: { name } } }));
