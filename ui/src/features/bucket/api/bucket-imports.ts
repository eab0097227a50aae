import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { datasetKey } from "@/features/dataset/api/dataset";

const OFTEN = 1000;

export const bucketImportsKey = (d: string) => [...datasetKey(d), "bucket-imports"] as const;

/** The last import into a dataset; asked for again as long as it is running. */
export const lastImportQuery = (d: string) =>
  queryOptions({
    queryKey: bucketImportsKey(d),
    queryFn: ({ signal }) => answer(api.GET("/api/v1/datasets/{datasetId}/bucket-imports", { params: { path: { datasetId: d }, query: { limit: 1 } }, signal })),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === "RUNNING") ? OFTEN : false),
  });
