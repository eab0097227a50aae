import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { datasetKey } from "@/features/dataset/api/dataset";

/** The open drafts: at most one for each branch. */
export const draftsQuery = (d: string) =>
  queryOptions({
    queryKey: [...datasetKey(d), "drafts", "list"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/datasets/{datasetId}/drafts", { params: { path: { datasetId: d } }, signal })),
  });
