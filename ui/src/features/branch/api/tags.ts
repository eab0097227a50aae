import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { datasetKey } from "@/features/dataset/api/dataset";

/** By name. */
export const tagsQuery = (d: string) =>
  infiniteQueryOptions({
    queryKey: [...datasetKey(d), "tags"],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/datasets/{datasetId}/tags", { params: { path: { datasetId: d }, query: { cursor: pageParam, limit: 100 } }, signal })),
    ...byCursor,
  });
