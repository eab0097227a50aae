import { answer, api } from "@/api/client";

export const renameOrganization = (o: string, name: string) =>
  answer(api.PATCH("/api/v1/organizations/{organizationId}", { params: { path: { organizationId: o } }, body: { name } }));
