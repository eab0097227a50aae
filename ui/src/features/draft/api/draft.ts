import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { datasetKey } from "@/features/dataset/api/dataset";

export const draftKey = (d: string, n: number) => [...datasetKey(d), "drafts", n] as const;

export const draftQuery = (d: string, n: number) =>
  queryOptions({
    queryKey: [...draftKey(d, n), "draft"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/datasets/{datasetId}/drafts/{number}", { params: { path: { datasetId: d, number: n } }, signal })),
  });
