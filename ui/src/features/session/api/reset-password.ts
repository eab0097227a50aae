import { answer, api } from "@/api/client";

export const resetPassword = (token: string, body: { password: string }) =>
  answer(api.POST("/api/v1/password-resets/{token}", { params: { path: { token } }, body }));
