import { answer, api } from "@/api/client";

export const deleteAccessKey = (id: string) =>
  answer(api.DELETE("/api/v1/me/access-keys/{id}", { params: { path: { id } } }));
