import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** The beginning of the key of everything in a dataset. */
export const datasetKey = (d: string) => ["datasets", d] as const;

export const datasetQuery = (d: string) =>
  queryOptions({
    queryKey: [...datasetKey(d), "dataset"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/datasets/{datasetId}", { params: { path: { datasetId: d } }, signal })),
  });
