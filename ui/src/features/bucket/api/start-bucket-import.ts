import { answer, api } from "@/api/client";
import type { NewBucketImport } from "@/api/types";

/** Goes on in the background, through a restart, until all objects were looked at. */
export const startBucketImport = (d: string, number: number, body: NewBucketImport) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/drafts/{number}/bucket-imports", { params: { path: { datasetId: d, number } }, body }));
