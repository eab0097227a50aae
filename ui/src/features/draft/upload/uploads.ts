import { known } from "@/features/draft/api/known";
import { sendBatch } from "@/features/draft/api/send-batch";
import { sendFile } from "@/features/draft/api/send-file";
import { stageKnown } from "@/features/draft/api/stage-known";
import { digestOf } from "./digest";
import { type Progress, UploadQueue } from "./upload-queue";

export interface Upload {
  workspaceId: string;
  datasetId: string;
  draft: number;
  /** The draft's, once it is known. */
  branch?: string;
  name: string;
  queue: UploadQueue;
}

const uploads = new Map<string, Upload>();
const listeners = new Set<() => void>();
let all: Upload[] = [];

/** The upload into a draft; it goes on while one looks at other pages. */
export function uploadInto(place: Omit<Upload, "queue">): Upload {
  const key = `${place.datasetId}/${place.draft}`;
  const found = uploads.get(key);
  if (found) {
    found.branch ??= place.branch;
    return found;
  }
  const upload = { ...place, queue: new UploadQueue(transport(place.datasetId, place.draft)) };
  upload.queue.subscribe(() => guard());
  uploads.set(key, upload);
  all = [...uploads.values()];
  for (const listener of listeners) listener();
  return upload;
}

export function allUploads(): Upload[] {
  return all;
}

export function onNewUpload(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function isUnderWay({ phase }: Progress): boolean {
  return phase !== "finished";
}

function transport(d: string, n: number) {
  return {
    digest: digestOf,
    known: async (digests: string[], signal: AbortSignal) => (await known(d, n, digests, signal)).known,
    stageKnown: async (items: Parameters<typeof stageKnown>[2], signal: AbortSignal) =>
      (await stageKnown(d, n, items, signal)).outcomes,
    sendBatch: sendBatch.bind(null, d, n),
    sendFile: sendFile.bind(null, d, n),
  };
}

/** Closing the window would end an upload, so the browser asks first. */
function guard(): void {
  window.onbeforeunload = all.some(({ queue }) => isUnderWay(queue.snapshot())) ? (event) => event.preventDefault() : null;
}
