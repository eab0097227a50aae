import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { datasetKey } from "@/features/dataset/api/dataset";

/** One item with its labels, and its neighbours. */
export const itemQuery = (d: string, ref: string, path: string) =>
  queryOptions({
    queryKey: [...datasetKey(d), "items", ref, "item", path],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/datasets/{datasetId}/versions/{ref}/item", { params: { path: { datasetId: d, ref }, query: { path } }, signal }),
      ),
  });
