import { answer, api } from "@/api/client";

/** Asks for it; of somebody whose word is enough, it is open at once. */
export const askOpening = (d: string) => answer(api.PUT("/api/v1/datasets/{datasetId}/opening", { params: { path: { datasetId: d } } }));
