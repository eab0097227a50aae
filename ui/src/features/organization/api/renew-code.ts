import { answer, api } from "@/api/client";

export const renewCode = (o: string) => answer(api.POST("/api/v1/organizations/{organizationId}/code", { params: { path: { organizationId: o } } }));
