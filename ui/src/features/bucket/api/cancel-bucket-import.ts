import { answer, api } from "@/api/client";

/** What is in the draft by then stays there. */
export const cancelBucketImport = (d: string, importId: string) =>
  answer(api.DELETE("/api/v1/datasets/{datasetId}/bucket-imports/{importId}", { params: { path: { datasetId: d, importId } } }));
