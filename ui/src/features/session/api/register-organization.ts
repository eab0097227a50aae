import { answer, api } from "@/api/client";

export interface NewOrganization extends Record<string, unknown> {
  organization: string;
  name: string;
  email: string;
  password: string;
}

export const registerOrganization = (body: NewOrganization) => answer(api.POST("/api/v1/organizations", { body }));
