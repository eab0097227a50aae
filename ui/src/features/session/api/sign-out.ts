import { answer, api } from "@/api/client";

export const signOut = () => answer(api.DELETE("/api/v1/session"));
