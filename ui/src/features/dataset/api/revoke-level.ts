import { answer, api } from "@/api/client";

export const revokeLevel = (d: string, user: string) =>
  answer(api.DELETE("/api/v1/datasets/{datasetId}/members/{userId}", { params: { path: { datasetId: d, userId: user } } }));
