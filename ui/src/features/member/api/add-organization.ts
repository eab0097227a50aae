import { answer, api } from "@/api/client";

/** All existing users of a collaborator organization at once (M-08). */
export const addOrganization = (w: string, organizationId: string) =>
  answer(api.POST("/api/v1/workspaces/{w}/members", { params: { path: { w } }, body: { organizationId } }));
