import { answer, api } from "@/api/client";

export interface DatasetEdit {
  name?: string;
  description?: string;
  visibility?: string;
}

export const editDataset = (d: string, revision: number, body: DatasetEdit) =>
  answer(
    api.PATCH("/api/v1/datasets/{d}", { params: { path: { d } }, body, headers: { "If-Match": `"${revision}"` } }),
  );
