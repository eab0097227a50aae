import { answer, api } from "@/api/client";

/** Makes a branch as a version is: as a draft, or with a message at once as a new version. */
export const switchVersion = (d: string, branch: string, version: string, message?: string) =>
  answer(
    api.POST("/api/v1/datasets/{datasetId}/branches/{branch}/switch", {
      params: { path: { datasetId: d, branch } },
      body: { version, ...(message && { message }) },
    }),
  );
