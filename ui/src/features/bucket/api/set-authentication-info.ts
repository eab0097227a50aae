import { answer, api } from "@/api/client";
import type { NewAuthenticationInfo } from "@/api/types";

/** In place of what was there; refused where the bucket cannot be listed with it. */
export const setAuthenticationInfo = (d: string, body: NewAuthenticationInfo) =>
  answer(api.PUT("/api/v1/datasets/{datasetId}/authentication-info", { params: { path: { datasetId: d } }, body }));
