import { sendWithProgress } from "@/api/send-with-progress";

interface Sent {
  file: File;
  /** Replaces the file of this name; else it is refused where there is one. */
  replacing?: string;
}

/** Sends a file by its name; the same bytes under the same name change nothing. */
export const putFile = (p: string, { file, replacing }: Sent, signal: AbortSignal, onBytes: (sent: number) => void) =>
  sendWithProgress({
    method: "PUT",
    address: `/api/v1/projects/${p}/documents/file?${new URLSearchParams({ name: replacing ?? file.name })}`,
    body: file,
    headers: { "Content-Type": "application/octet-stream", ...(replacing === undefined && { "If-None-Match": "*" }) },
    signal,
    onBytes,
  });

export const contentAddress = (p: string, document: string, download = false) =>
  `/api/v1/projects/${p}/documents/${document}/content${download ? "?download=1" : ""}`;
