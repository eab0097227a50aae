import { answer, api } from "@/api/client";

export const signIn = (body: { email: string; password: string }) => answer(api.POST("/api/v1/session", { body }));
