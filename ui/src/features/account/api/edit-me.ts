import { answer, api } from "@/api/client";

export const editMe = (body: { name?: string }) => answer(api.PATCH("/api/v1/me", { body }));
