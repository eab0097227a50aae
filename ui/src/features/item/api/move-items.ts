import { answer, api } from "@/api/client";

/** Gives a file, or a folder (both with a slash at the end), another path. */
export const moveItems = (d: string, n: number, from: string, to: string) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/drafts/{number}/moves", { params: { path: { datasetId: d, number: n } }, body: { from, to } }));
