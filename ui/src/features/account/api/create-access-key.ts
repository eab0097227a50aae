import { answer, api } from "@/api/client";

export interface NewAccessKey {
  name: string;
  expiresAt?: string;
  workspaces?: string[];
}

export const createAccessKey = (body: NewAccessKey) => answer(api.POST("/api/v1/me/access-keys", { body }));
