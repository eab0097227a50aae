import { answer, api } from "@/api/client";

export const chooseMember = (p: string, user: string) =>
  answer(api.PUT("/api/v1/projects/{p}/members/{user}", { params: { path: { p, user } } }));
