import { answer, api } from "@/api/client";

export const editUser = (o: string, userId: string, body: { administrator?: boolean; locked?: boolean }) =>
  answer(api.PATCH("/api/v1/organizations/{organizationId}/users/{userId}", { params: { path: { organizationId: o, userId } }, body }));
