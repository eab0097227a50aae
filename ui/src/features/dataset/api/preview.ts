import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { datasetKey } from "@/features/dataset/api/dataset";

/** What even a previewer sees: the first items, the catalog, figures on labels. */
export const previewQuery = (d: string) =>
  queryOptions({
    queryKey: [...datasetKey(d), "preview"],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/datasets/{datasetId}/preview", { params: { path: { datasetId: d } }, signal })),
  });
