import { answer, api } from "@/api/client";

export const dropMember = (p: string, user: string) =>
  answer(api.DELETE("/api/v1/projects/{p}/members/{user}", { params: { path: { p, user } } }));
