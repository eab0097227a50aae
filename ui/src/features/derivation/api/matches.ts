import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import type { Where } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";

/** How many items of a version fit, and the first of them. */
export const matchesQuery = (d: string, ref: string, where: Where | undefined) =>
  queryOptions({
    queryKey: [...datasetKey(d), "items", ref, "matches", where ?? null],
    queryFn: ({ signal }) =>
      answer(api.POST("/api/v1/datasets/{datasetId}/versions/{ref}/matches", { params: { path: { datasetId: d, ref } }, body: { where }, signal })),
    placeholderData: keepPreviousData,
  });
