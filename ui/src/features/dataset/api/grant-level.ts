import { answer, api } from "@/api/client";
import type { DatasetLevel } from "@/api/types";

export const grantLevel = (d: string, user: string, level: DatasetLevel) =>
  answer(api.PUT("/api/v1/datasets/{datasetId}/members/{userId}", { params: { path: { datasetId: d, userId: user } }, body: { level } }));
