import { answer, api } from "@/api/client";

export const endSession = (id: string) => answer(api.DELETE("/api/v1/me/sessions/{id}", { params: { path: { id } } }));
