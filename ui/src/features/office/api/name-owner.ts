import { answer, api } from "@/api/client";

export const nameOwner = (o: string, w: string, userId: string) =>
  answer(
    api.PUT("/api/v1/organizations/{organizationId}/workspaces/{workspaceId}/owner", {
      params: { path: { organizationId: o, workspaceId: w } },
      body: { userId },
    }),
  );
