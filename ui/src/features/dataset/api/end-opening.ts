import { answer, api } from "@/api/client";

/** Rejects what somebody asked for, or takes it back. */
export const endOpening = (d: string) => answer(api.DELETE("/api/v1/datasets/{datasetId}/opening", { params: { path: { datasetId: d } } }));
