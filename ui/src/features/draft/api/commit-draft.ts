import { answer, api } from "@/api/client";

/** Makes the draft a version, and names it where a tag is given. */
export const commitDraft = (d: string, n: number, message: string, tag: string) =>
  answer(
    api.POST("/api/v1/datasets/{datasetId}/drafts/{number}/commit", {
      params: { path: { datasetId: d, number: n } },
      body: { message, ...(tag !== "" && { tag }) },
    }),
  );
