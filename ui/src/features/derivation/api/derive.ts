import { answer, api } from "@/api/client";
import type { NewDerivation } from "@/api/types";

/** Makes a dataset of versions of others: a small one before it is answered, a large one goes on in the background. */
export const derive = (projectId: string, body: NewDerivation) =>
  answer(api.POST("/api/v1/projects/{projectId}/derivations", { params: { path: { projectId } }, body }));
