import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { datasetKey } from "@/features/dataset/api/dataset";

export const authenticationInfoKey = (d: string) => [...datasetKey(d), "authentication-info"] as const;

/** From which bucket a dataset imports; without the keys, which never come out. */
export const authenticationInfoQuery = (d: string) =>
  queryOptions({
    queryKey: authenticationInfoKey(d),
    queryFn: ({ signal }) => answer(api.GET("/api/v1/datasets/{datasetId}/authentication-info", { params: { path: { datasetId: d } }, signal })),
  });
