import { answer, api } from "@/api/client";
import type { Selected } from "@/api/types";

/** Takes files and whole folders out of a draft. */
export const removeItems = (d: string, n: number, selected: Selected) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/drafts/{number}/removals", { params: { path: { datasetId: d, number: n } }, body: selected }));
