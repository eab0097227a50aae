import { answer, api } from "@/api/client";

/** there is one way, and no way back. */
export const switchToEnterprise = (w: string) =>
  answer(api.PUT("/api/v1/workspaces/{workspaceId}/plan", { params: { path: { workspaceId: w } }, body: { plan: "ENTERPRISE" } }));
