import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { sendWithProgress } from "@/api/send-with-progress";
import type { ExchangeFormat, LabelImport } from "@/api/types";
import { draftKey } from "@/features/draft/api/draft";

const OFTEN = 700;

export const importsKey = (d: string, n: number) => [...draftKey(d, n), "imports"] as const;

/** The import that was begun last in a draft; asked for again as long as it is running. */
export const lastImportQuery = (d: string, n: number) =>
  queryOptions({
    queryKey: [...importsKey(d, n), "last"],
    queryFn: async ({ signal }) => {
      const path = { datasetId: d, number: n };
      const last = (await answer(api.GET("/api/v1/datasets/{datasetId}/drafts/{number}/imports", { params: { path, query: { limit: 1 } }, signal }))).items[0];
      if (!last) return null;
      return answer(api.GET("/api/v1/datasets/{datasetId}/drafts/{number}/imports/{importId}", { params: { path: { ...path, importId: last.id } }, signal }));
    },
    refetchInterval: ({ state }) => (state.data?.state === "RUNNING" ? OFTEN : false),
  });

export interface NewImport {
  file: File;
  /** Told from the file where nobody says. */
  format?: ExchangeFormat;
  folder: string;
  declare: boolean;
  boxes: boolean;
}

export const startImport = (d: string, n: number, { file, format, folder, declare, boxes }: NewImport, onBytes: (sent: number) => void) =>
  sendWithProgress<LabelImport>({
    method: "POST",
    address: `/api/v1/datasets/${d}/drafts/${n}/imports?${new URLSearchParams({ ...(format && { format }), folder, declare: String(declare), boxes: String(boxes) })}`,
    body: file,
    headers: { "Content-Type": "application/octet-stream" },
    signal: new AbortController().signal,
    onBytes,
  });

export const cancelImport = (d: string, n: number, id: string) =>
  answer(api.DELETE("/api/v1/datasets/{datasetId}/drafts/{number}/imports/{importId}", { params: { path: { datasetId: d, number: n, importId: id } } }));
