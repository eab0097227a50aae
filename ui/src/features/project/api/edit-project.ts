import { answer, api } from "@/api/client";
import type { ProjectEdit } from "@/api/types";

export const editProject = (p: string, body: ProjectEdit, revision?: number) =>
  answer(
    api.PATCH("/api/v1/projects/{projectId}", {
      params: { path: { projectId: p } },
      body,
      headers: revision === undefined ? {} : { "If-Match": `"${revision}"` },
    }),
  );
