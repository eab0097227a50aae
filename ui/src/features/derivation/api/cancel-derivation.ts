import { answer, api } from "@/api/client";

/** Ends it; the unfinished dataset goes. */
export const cancelDerivation = (derivationId: string) =>
  answer(api.DELETE("/api/v1/me/derivations/{derivationId}", { params: { path: { derivationId } } }));
