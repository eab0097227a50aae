import type { ItemOutcome, NewItem } from "@/api/types";
import type { FileToSend } from "@/features/draft/api/send-batch";
import { LARGE } from "./next-batch";
import type { Entry, Refused } from "./upload-queue";

/** What the queue needs of the world. */
export interface Transport {
  digest(file: Blob, signal: AbortSignal): Promise<string>;
  known(digests: string[], signal: AbortSignal): Promise<string[]>;
  stageKnown(items: NewItem[], signal: AbortSignal): Promise<ItemOutcome[]>;
  sendBatch(files: FileToSend[], signal: AbortSignal, onBytes: (sent: number) => void): Promise<ItemOutcome[]>;
  sendFile(file: FileToSend, signal: AbortSignal, onBytes: (sent: number) => void): Promise<void>;
}

export interface Outcomes {
  staged: number;
  unchanged: number;
  refused: Refused[];
}

/** Takes some files all the way: digests, asks what is known, stages that, sends the rest. */
export async function sendEntries(
  transport: Transport,
  entries: Entry[],
  signal: AbortSignal,
  onBytes: (sent: number) => void,
): Promise<Outcomes> {
  const { files, refused } = await digested(transport, entries, signal);
  const outcomes: ItemOutcome[] = [];
  if (files.length > 0) {
    const known = new Set(await transport.known([...new Set(files.map(({ digest }) => digest))], signal));
    const there = files.filter(({ digest }) => known.has(digest));
    const claimed = there.length > 0 ? await transport.stageKnown(there.map(({ file: _bytes, ...item }) => item), signal) : [];
    const denied = new Set(claimed.filter(({ outcome }) => outcome === "UNKNOWN_CONTENT").map(({ path }) => path));
    outcomes.push(...claimed.filter(({ path }) => !denied.has(path)));
    const toSend = files.filter(({ path, digest }) => !known.has(digest) || denied.has(path));
    if (toSend.length > 0) outcomes.push(...(await sent(transport, toSend, signal, onBytes)));
  }
  return {
    staged: outcomes.filter(({ outcome }) => outcome === "STAGED").length,
    unchanged: outcomes.filter(({ outcome }) => outcome === "UNCHANGED").length,
    refused: [...refused, ...outcomes.filter(isRefused).map(({ path, detail, code }) => ({ path, reason: detail ?? code ?? "Refused" }))],
  };
}

function isRefused({ outcome }: ItemOutcome): boolean {
  return outcome !== "STAGED" && outcome !== "UNCHANGED";
}

/** A file that was moved or changed since it was dropped cannot be read; the others can. */
async function digested(transport: Transport, entries: Entry[], signal: AbortSignal) {
  const files: FileToSend[] = [];
  const refused: Refused[] = [];
  for (const entry of entries) {
    try {
      entry.digest ??= await transport.digest(entry.file, signal);
      files.push({ ...entry, digest: entry.digest });
    } catch (error) {
      if (signal.aborted) throw error;
      refused.push({ path: entry.path, reason: "It could not be read; was it moved or changed?" });
    }
  }
  return { files, refused };
}

async function sent(transport: Transport, files: FileToSend[], signal: AbortSignal, onBytes: (sent: number) => void): Promise<ItemOutcome[]> {
  const [first] = files;
  if (files.length === 1 && first && first.file.size >= LARGE) {
    await transport.sendFile(first, signal, onBytes);
    const { file: _bytes, ...item } = first;
    // its bytes are there now
    if (item.labels || item.metadata) return transport.stageKnown([item], signal);
    return [{ path: first.path, outcome: "STAGED" }];
  }
  return transport.sendBatch(files, signal, onBytes);
}
