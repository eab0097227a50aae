import { answer, api } from "@/api/client";

export const confirmRegistration = (token: string) =>
  answer(api.POST("/api/v1/registrations/{token}/confirmation", { params: { path: { token } } }));
