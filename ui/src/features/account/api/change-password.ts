import { answer, api } from "@/api/client";

export const changePassword = (body: { current: string; password: string }) =>
  answer(api.PUT("/api/v1/me/password", { body }));
