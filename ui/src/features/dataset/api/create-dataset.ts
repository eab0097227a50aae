import { answer, api } from "@/api/client";
import type { NewDataset } from "@/api/types";

export const createDataset = (p: string, body: NewDataset) =>
  answer(api.POST("/api/v1/projects/{projectId}/datasets", { params: { path: { projectId: p } }, body }));
