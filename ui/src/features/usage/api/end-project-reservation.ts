import { answer, api } from "@/api/client";

/** The same in one project, as whoever manages it. */
export const endProjectReservation = (p: string, reservationId: string) =>
  answer(api.DELETE("/api/v1/projects/{projectId}/inference-reservations/{reservationId}", { params: { path: { projectId: p, reservationId } } }));
