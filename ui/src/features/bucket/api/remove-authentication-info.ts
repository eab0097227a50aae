import { answer, api } from "@/api/client";

/** The keys are deleted; an import that is running ends. */
export const removeAuthenticationInfo = (d: string) =>
  answer(api.DELETE("/api/v1/datasets/{datasetId}/authentication-info", { params: { path: { datasetId: d } } }));
