import { answer, api } from "@/api/client";

export const offerPasswordReset = (o: string, userId: string) =>
  answer(api.POST("/api/v1/organizations/{organizationId}/users/{userId}/password-reset", { params: { path: { organizationId: o, userId } } }));
