import { answer, api } from "@/api/client";
import type { DatasetEdit } from "@/api/types";

export const editDataset = (d: string, revision: number, body: DatasetEdit) =>
  answer(
    api.PATCH("/api/v1/datasets/{datasetId}", { params: { path: { datasetId: d } }, body, headers: { "If-Match": `"${revision}"` } }),
  );
