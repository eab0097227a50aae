import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { datasetKey } from "@/features/dataset/api/dataset";

export const catalogQuery = (d: string, ref: string) =>
  queryOptions({
    queryKey: [...datasetKey(d), "items", ref, "catalog"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/datasets/{datasetId}/versions/{ref}/catalog", { params: { path: { datasetId: d, ref } }, signal })),
    staleTime: 60_000,
  });
