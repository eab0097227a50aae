import { answer, api } from "@/api/client";
import type { NewDerivation } from "@/api/types";

/** Makes a dataset of versions of others; large ones go on in the background. */
export const derive = (projectId: string, body: NewDerivation) =>
  answer(api.POST("/api/v1/projects/{projectId}/derivations", { params: { path: { projectId } }, body }));
