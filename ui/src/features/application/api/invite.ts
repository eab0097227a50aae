import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import type { DatasetLevel } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";

/** Members who may be picked. */
export const inviteesQuery = (d: string, q: string) =>
  queryOptions({
    queryKey: [...datasetKey(d), "invitees", q],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/datasets/{datasetId}/invitees", { params: { path: { datasetId: d }, query: { q } }, signal })),
  });

export const invite = (d: string, body: { users?: string[]; emails?: string[]; level: DatasetLevel }) =>
  answer(api.POST("/api/v1/datasets/{datasetId}/invitations", { params: { path: { datasetId: d } }, body }));
