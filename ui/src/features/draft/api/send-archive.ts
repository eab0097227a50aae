import { sendWithProgress } from "@/api/send-with-progress";
import type { Unpacked } from "@/api/types";

/** Sends a zip or tar, whose files the server puts into a folder of the draft while it comes in. */
export const sendArchive = (d: string, n: number, folder: string, file: File, signal: AbortSignal, onBytes: (sent: number) => void) =>
  sendWithProgress<Unpacked>({
    method: "PUT",
    address: `/api/v1/datasets/${d}/drafts/${n}/archive?${new URLSearchParams({ folder })}`,
    body: file,
    headers: { "Content-Type": "application/octet-stream" },
    signal,
    onBytes,
  });
