import type { ItemOutcome, NewItem } from "@/api/types";
import { sendWithProgress } from "@/api/send-with-progress";

export interface FileToSend {
  path: string;
  digest: string;
  file: Blob;
  /** What is not said stays as it is at that path. */
  labels?: NewItem["labels"];
  metadata?: NewItem["metadata"];
}

/** Sends many small files in one request; every one has its own outcome. */
export async function sendBatch(
  d: string,
  n: number,
  files: FileToSend[],
  signal: AbortSignal,
  onBytes: (sent: number) => void,
): Promise<ItemOutcome[]> {
  const body = new FormData();
  const items = files.map(({ file: _bytes, ...item }) => item);
  body.append("items", new Blob([JSON.stringify(items)], { type: "application/json" }));
  for (const { file, path } of files) body.append("file", file, path.split("/").pop());
  const { outcomes } = await sendWithProgress<{ outcomes: ItemOutcome[] }>({
    method: "POST",
    address: `/api/v1/datasets/${d}/drafts/${n}/items`,
    body,
    signal,
    onBytes,
  });
  return outcomes;
}
