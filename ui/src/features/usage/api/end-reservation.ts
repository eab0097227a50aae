import { answer, api } from "@/api/client";

/** Ends anybody's, as a workspace admin: what was told counts, the rest is given back (O-20). */
export const endReservation = (w: string, reservationId: string) =>
  answer(api.DELETE("/api/v1/workspaces/{workspaceId}/inference-reservations/{reservationId}", { params: { path: { workspaceId: w, reservationId } } }));
