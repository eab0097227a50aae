import { answer, api } from "@/api/client";

/** Into the trash for 30 days; `despiteOthers` says that one knows whose datasets are in it (O-12). */
export const trashProject = (p: string, despiteOthers: boolean) =>
  answer(api.DELETE("/api/v1/projects/{projectId}", { params: { path: { projectId: p }, query: despiteOthers ? { despiteOthers } : {} } }));
