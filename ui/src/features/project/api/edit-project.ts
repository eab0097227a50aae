import { answer, api } from "@/api/client";

export interface ProjectEdit {
  name?: string;
  description?: string;
  visibility?: string;
  leadId?: string | null;
  archived?: boolean;
}

export const editProject = (p: string, body: ProjectEdit, revision?: number) =>
  answer(
    api.PATCH("/api/v1/projects/{p}", {
      params: { path: { p } },
      body,
      headers: revision === undefined ? {} : { "If-Match": `"${revision}"` },
    }),
  );
