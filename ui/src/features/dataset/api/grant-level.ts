import { answer, api } from "@/api/client";

export const grantLevel = (d: string, user: string, level: string) =>
  answer(api.PUT("/api/v1/datasets/{d}/members/{user}", { params: { path: { d, user } }, body: { level } }));
