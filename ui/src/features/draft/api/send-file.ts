import { sendWithProgress } from "@/api/send-with-progress";
import type { FileToSend } from "@/features/draft/api/send-batch";

/** Sends one file of any size, streamed, its digest checked at the other end. */
export async function sendFile(
  d: string,
  n: number,
  { path, digest, file }: FileToSend,
  signal: AbortSignal,
  onBytes: (sent: number) => void,
): Promise<void> {
  await sendWithProgress({
    method: "PUT",
    address: `/api/v1/datasets/${d}/drafts/${n}/item?${new URLSearchParams({ path })}`,
    body: file,
    headers: {
      "Content-Digest": `sha-256=:${base64OfHex(digest)}:`,
      "Content-Type": file.type || "application/octet-stream",
    },
    signal,
    onBytes,
  });
}

export function base64OfHex(hex: string): string {
  return btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((byte) => parseInt(byte, 16))));
}
