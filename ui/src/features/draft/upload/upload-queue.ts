import { type Problem, problemOf } from "@/api/problem";
import type { NewItem } from "@/api/types";
import { backOff, isFinal, isOfTheContents } from "./failures";
import { nextBatch } from "./next-batch";
import { sendEntries, type Transport } from "./send-entries";

export interface Entry {
  path: string;
  file: Blob;
  digest?: string;
  labels?: NewItem["labels"];
  metadata?: NewItem["metadata"];
}

export interface Refused {
  path: string;
  reason: string;
}

export interface Progress {
  /** `broken`: no answer, tries again by itself. `stopped`: refused as a whole, somebody has to decide. */
  phase: "running" | "paused" | "broken" | "stopped" | "finished";
  files: number;
  staged: number;
  unchanged: number;
  refused: Refused[];
  bytes: number;
  sentBytes: number;
  /** When the next try begins, while `broken`. */
  retryAt: number | null;
  problem: Problem | null;
}

const AT_ONCE = 2;

/**
 * Uploads files into one draft: digests first, then only what the server does not have. A broken connection
 * loses nothing: what was acknowledged stays, the rest is tried again with growing pauses.
 */
export class UploadQueue {
  private waiting: Entry[] = [];
  private readonly inFlight = new Map<Entry[], number>();
  private readonly listeners = new Set<() => void>();
  private progress: Progress = {
    phase: "finished",
    files: 0,
    staged: 0,
    unchanged: 0,
    refused: [],
    bytes: 0,
    sentBytes: 0,
    retryAt: null,
    problem: null,
  };
  private settledBytes = 0;
  private failures = 0;
  private stop = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly transport: Transport) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly snapshot = (): Progress => this.progress;

  /** More files; a later file of the same path replaces one that has not begun. */
  add(entries: Entry[]): void {
    if (this.progress.phase === "finished") this.beginAnew();
    const byPath = new Map(this.waiting.map((entry) => [entry.path, entry]));
    for (const entry of entries) byPath.set(entry.path, entry);
    const replaced = this.waiting.length + entries.length - byPath.size;
    const dropped = this.waiting.filter((entry) => byPath.get(entry.path) !== entry);
    this.waiting = [...byPath.values()];
    this.change({
      files: this.progress.files + entries.length - replaced,
      bytes: this.progress.bytes + sizeOf(entries) - sizeOf(dropped),
    });
    if (this.progress.phase === "finished") this.resume();
  }

  pause(): void {
    this.halt();
    this.change({ phase: "paused", retryAt: null });
  }

  /** Goes on after a pause, a broken connection or a refusal; what is there already is not sent again. */
  resume(): void {
    this.halt();
    this.change({ phase: "running", retryAt: null, problem: null });
    for (let worker = 0; worker < AT_ONCE; worker += 1) void this.work(this.stop.signal);
  }

  /** Forgets what has not been sent; what was sent stays in the draft. */
  cancel(): void {
    this.halt();
    this.waiting = [];
    this.change({ phase: "finished", retryAt: null });
  }

  private async work(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const batch = nextBatch(this.waiting);
      if (batch.length === 0) break;
      this.waiting = this.waiting.slice(batch.length);
      this.inFlight.set(batch, 0);
      await this.send(batch, signal);
    }
    if (!signal.aborted && this.waiting.length === 0 && this.inFlight.size === 0) this.change({ phase: "finished" });
  }

  private async send(batch: Entry[], signal: AbortSignal): Promise<void> {
    try {
      const outcomes = await sendEntries(this.transport, batch, signal, (sent) => this.sent(batch, sent));
      if (!this.inFlight.delete(batch)) return;
      this.failures = 0;
      this.settle(batch, {
        staged: outcomes.staged,
        unchanged: outcomes.unchanged,
        refused: outcomes.refused,
      });
    } catch (error) {
      if (!this.inFlight.delete(batch)) return;
      if (signal.aborted) this.waiting.unshift(...batch);
      else await this.failed(batch, problemOf(error), signal);
    }
  }

  private async failed(batch: Entry[], problem: Problem, signal: AbortSignal): Promise<void> {
    if (isOfTheContents(problem)) {
      if (batch.length === 1) {
        this.settle(batch, { staged: 0, unchanged: 0, refused: [{ path: batch[0]!.path, reason: problem.message }] });
        return;
      }
      for (const entry of batch) {
        if (signal.aborted) this.waiting.unshift(entry);
        else {
          this.inFlight.set([entry], 0);
          const alone = [...this.inFlight.keys()].at(-1)!;
          await this.send(alone, signal);
        }
      }
      return;
    }
    this.waiting.unshift(...batch);
    if (this.progress.phase !== "running") return;
    this.halt();
    if (isFinal(problem)) {
      this.change({ phase: "stopped", problem });
      return;
    }
    const pause = backOff(this.failures++, problem.retryAfter);
    this.timer = setTimeout(() => this.resume(), pause);
    this.change({ phase: "broken", problem, retryAt: Date.now() + pause });
  }

  private sent(batch: Entry[], bytes: number): void {
    if (!this.inFlight.has(batch)) return;
    this.inFlight.set(batch, Math.min(bytes, sizeOf(batch)));
    this.change({});
  }

  private settle(batch: Entry[], outcome: Pick<Progress, "staged" | "unchanged" | "refused">): void {
    this.settledBytes += sizeOf(batch);
    this.change({
      staged: this.progress.staged + outcome.staged,
      unchanged: this.progress.unchanged + outcome.unchanged,
      refused: outcome.refused.length > 0 ? [...this.progress.refused, ...outcome.refused] : this.progress.refused,
    });
  }

  /** Stops every request and puts its files back in front. */
  private halt(): void {
    clearTimeout(this.timer);
    this.stop.abort();
    this.stop = new AbortController();
    const returned = [...this.inFlight.keys()].flat();
    this.inFlight.clear();
    const queued = new Set(this.waiting.map(({ path }) => path));
    this.waiting = [...returned.filter(({ path }) => !queued.has(path)), ...this.waiting];
  }

  private beginAnew(): void {
    this.settledBytes = 0;
    this.failures = 0;
    this.progress = { ...this.progress, files: 0, staged: 0, unchanged: 0, refused: [], bytes: 0, sentBytes: 0, problem: null };
  }

  private change(patch: Partial<Progress>): void {
    const flying = [...this.inFlight.values()].reduce((sum, bytes) => sum + bytes, 0);
    this.progress = { ...this.progress, ...patch, sentBytes: this.settledBytes + flying };
    for (const listener of this.listeners) listener();
  }
}

function sizeOf(entries: Entry[]): number {
  return entries.reduce((sum, { file }) => sum + file.size, 0);
}
