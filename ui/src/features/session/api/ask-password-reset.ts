import { answer, api } from "@/api/client";

export const askPasswordReset = (body: { email: string }) => answer(api.POST("/api/v1/password-resets", { body }));
