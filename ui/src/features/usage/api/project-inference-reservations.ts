import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { projectKey } from "@/features/project/api/project";

/** The same of the datasets in one project, for whoever manages it. */
export const projectInferenceReservationsQuery = (p: string) =>
  infiniteQueryOptions({
    queryKey: [...projectKey(p), "inference-reservations"],
    queryFn: ({ pageParam, signal }) =>
      answer(
        api.GET("/api/v1/projects/{projectId}/inference-reservations", {
          params: { path: { projectId: p }, query: { cursor: pageParam, limit: 20 } },
          signal,
        }),
      ),
    ...byCursor,
  });
