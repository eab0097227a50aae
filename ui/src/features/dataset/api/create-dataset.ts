import { answer, api } from "@/api/client";

export interface NewDataset extends Record<string, unknown> {
  name: string;
  description?: string;
  visibility?: string;
}

export const createDataset = (p: string, body: NewDataset) =>
  answer(api.POST("/api/v1/projects/{p}/datasets", { params: { path: { p } }, body }));
