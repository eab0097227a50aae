import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { datasetKey } from "@/features/dataset/api/dataset";

export const openingQuery = (d: string) =>
  queryOptions({
    queryKey: [...datasetKey(d), "opening"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/datasets/{datasetId}/opening", { params: { path: { datasetId: d } }, signal })),
  });
