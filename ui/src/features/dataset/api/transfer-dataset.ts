import { answer, api } from "@/api/client";

/** The owner passes it on, and stays a dataset admin (T-02). */
export const transferDataset = (d: string, userId: string) =>
  answer(api.PUT("/api/v1/datasets/{datasetId}/ownership", { params: { path: { datasetId: d } }, body: { userId } }));
