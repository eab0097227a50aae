import { answer, api } from "@/api/client";

interface NamedFor {
  workspaceId: string;
  userId: string;
}

export const removeUser = (o: string, userId: string, body: { handOver: NamedFor[]; owners: NamedFor[] }) =>
  answer(api.POST("/api/v1/organizations/{organizationId}/users/{userId}/removal", { params: { path: { organizationId: o, userId } }, body }));
