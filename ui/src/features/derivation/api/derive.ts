import { answer, api } from "@/api/client";
import type { NewDerivation } from "@/api/types";

/** So many items are looked at while the request is answered; what is refused on the way is ended by a job a moment later. */
const SMALL = 20_000;
const OFTEN = 300;
const PATIENCE = 6_000;

/** Makes a dataset of versions of others; large ones go on in the background. A small one is waited for: it may be stopped. */
export async function derive(projectId: string, body: NewDerivation) {
  let derivation = await answer(api.POST("/api/v1/projects/{projectId}/derivations", { params: { path: { projectId } }, body }));
  const end = Date.now() + PATIENCE;
  while (derivation.state === "RUNNING" && derivation.total <= SMALL && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, OFTEN));
    derivation = await answer(api.GET("/api/v1/me/derivations/{derivationId}", { params: { path: { derivationId: derivation.id } } }));
  }
  return derivation;
}
