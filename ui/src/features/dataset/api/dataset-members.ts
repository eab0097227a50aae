import { infiniteQueryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { byCursor } from "@/api/page";
import { datasetKey } from "@/features/dataset/api/dataset";

export const datasetMembersQuery = (d: string) =>
  infiniteQueryOptions({
    queryKey: [...datasetKey(d), "members"],
    queryFn: ({ pageParam, signal }) =>
      answer(api.GET("/api/v1/datasets/{datasetId}/members", { params: { path: { datasetId: d }, query: { cursor: pageParam } }, signal })),
    ...byCursor,
  });
