import { answer, api } from "@/api/client";
import type { Labels } from "@/api/types";

/** What is not named stays; null clears. */
export interface ItemEdit {
  labels?: Labels | null;
  metadata?: Record<string, unknown> | null;
}

/** Changes labels or metadata of an item of a draft, refused where it is not at that revision any more. */
export const editItem = (d: string, n: number, path: string, revision: string, edit: ItemEdit) =>
  answer(
    api.PATCH("/api/v1/datasets/{datasetId}/drafts/{number}/item", {
      params: { path: { datasetId: d, number: n }, query: { path }, header: { "If-Match": `"${revision}"` } },
      body: edit as never,
    }),
  );
