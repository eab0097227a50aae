import { answer, api } from "@/api/client";
import type { NewItem } from "@/api/types";

/** Puts items into the draft whose contents the server has already. */
export const stageKnown = (d: string, n: number, items: NewItem[], signal: AbortSignal) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/drafts/{number}/items", { params: { path: { datasetId: d, number: n } }, body: { items }, signal }));
