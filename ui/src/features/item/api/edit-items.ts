import { answer, api } from "@/api/client";
import type { LabelEdit, Selected } from "@/api/types";

/** Changes labels and metadata of many items alike. */
export const editItems = (d: string, n: number, selected: Selected, edit: LabelEdit) =>
  answer(
    api.POST("/api/v1/datasets/{datasetId}/drafts/{number}/edits", {
      params: { path: { datasetId: d, number: n } },
      body: { ...selected, edit },
    }),
  );
