import type { Entry } from "./upload-queue";

export const LARGE = 8 * 1024 * 1024;
const MOST_FILES = 200;
const MOST_BYTES = 16 * 1024 * 1024;

/** The files of the next request: many small ones together, a large one alone. */
export function nextBatch(waiting: Entry[], mostFiles = MOST_FILES, mostBytes = MOST_BYTES, large = LARGE): Entry[] {
  const batch: Entry[] = [];
  let bytes = 0;
  for (const entry of waiting) {
    const { size } = entry.file;
    if (batch.length > 0 && (size >= large || batch.length >= mostFiles || bytes + size > mostBytes)) break;
    batch.push(entry);
    bytes += size;
    if (size >= large) break;
  }
  return batch;
}
