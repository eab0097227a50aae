import { answer, api } from "@/api/client";

export interface NewOrganization extends Record<string, unknown> {
  organization: string;
  name: string;
  email: string;
  password: string;
}

/** Answers with ids where one is signed in at once, without where the address has to be confirmed by mail. */
export const registerOrganization = (body: NewOrganization) => answer(api.POST("/api/v1/organizations", { body }));
