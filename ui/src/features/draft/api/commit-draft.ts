import { answer, api } from "@/api/client";

export const commitDraft = (d: string, n: number, message: string) =>
  answer(api.POST("/api/v1/datasets/{d}/drafts/{n}/commit", { params: { path: { d, n } }, body: { message } }));
