import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import type { ExchangeFormat, YoloTask } from "@/api/types";
import { versionsKey } from "@/features/version/api/versions";

/** What a format would not carry of a version. */
export const exportReportQuery = (d: string, ref: string, format: ExchangeFormat, task?: YoloTask) =>
  queryOptions({
    queryKey: [...versionsKey(d), "export-report", ref, format, task ?? ""],
    queryFn: ({ signal }) =>
      answer(
        api.GET("/api/v1/datasets/{datasetId}/versions/{ref}/export/report", {
          params: { path: { datasetId: d, ref }, query: { format, task } },
          signal,
        }),
      ),
  });
