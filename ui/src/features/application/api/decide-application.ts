import { answer, api } from "@/api/client";
import type { CollaborationType } from "@/api/types";

/** The dataset owner's yes, and no. */
export const approveLevel = (d: string, id: string) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/applications/{id}/approval", { params: { path: { datasetId: d, id } } }));

export const rejectLevel = (d: string, id: string) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/applications/{id}/rejection", { params: { path: { datasetId: d, id } } }));

/** A workspace admin's; the types are the organization's, where it is no collaborator yet. */
export const approveJoining = (w: string, id: string, types: CollaborationType[]) =>
  answer(api.POST("/api/v1/workspaces/{workspaceId}/applications/{id}/approval", { params: { path: { workspaceId: w, id } }, body: { types } }));

export const rejectJoining = (w: string, id: string) =>
  answer(api.POST("/api/v1/workspaces/{workspaceId}/applications/{id}/rejection", { params: { path: { workspaceId: w, id } } }));

/** The applicant's own. */
export const withdrawApplication = (id: string) => answer(api.DELETE("/api/v1/me/applications/{id}", { params: { path: { id } } }));
