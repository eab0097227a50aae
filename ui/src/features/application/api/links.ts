import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import type { DatasetLevel } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";

export const linksQuery = (d: string) =>
  infiniteQueryOptions({
    queryKey: [...datasetKey(d), "links"],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/datasets/{datasetId}/links", { params: { path: { datasetId: d }, query: { cursor: pageParam } }, signal })),
    ...byCursor,
  });

/** Its secret comes with the answer, and never again. */
export const makeLink = (d: string, body: { level: DatasetLevel; hours: number }) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/links", { params: { path: { datasetId: d } }, body }));

export const revokeLink = (d: string, id: string) =>
  answer(api.DELETE("/api/v1/datasets/{datasetId}/links/{id}", { params: { path: { datasetId: d, id } } }));
