import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Problem } from "@/api/problem";
import type { ItemOutcome } from "@/api/types";
import { LARGE, nextBatch } from "./next-batch";
import type { Transport } from "./send-entries";
import { type Entry, UploadQueue } from "./upload-queue";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const file = (path: string, size = 10): Entry => ({ path, file: { size, text: path } as unknown as Blob });
const files = (count: number) => Array.from({ length: count }, (_, index) => file(`f${index}.png`));

/** A server in memory: it keeps what it acknowledged, and can be cut off. */
class Server implements Transport {
  readonly contents = new Set<string>();
  readonly staged = new Map<string, string>();
  readonly sentPaths: string[] = [];
  fail: ((what: string) => unknown) | null = null;

  digest = async (blob: Blob) => `digest of ${(blob as unknown as { text: string }).text}`;
  known = async (digests: string[]) => this.answer("known", () => digests.filter((digest) => this.contents.has(digest)));
  stageKnown = async (items: { path: string; digest: string }[]) =>
    this.answer("stage", () => items.map(({ path, digest }) => this.stage(path, digest)));
  sendBatch: Transport["sendBatch"] = async (sent, _signal, onBytes) =>
    this.answer("send", () => {
      onBytes(sent.reduce((sum, { file: { size } }) => sum + size, 0) * 1.1);
      return sent.map(({ path, digest }) => {
        this.sentPaths.push(path);
        this.contents.add(digest);
        return path.includes("bad") ? { path, outcome: "REFUSED" as const, detail: "Not a picture." } : this.stage(path, digest);
      });
    });
  sendFile: Transport["sendFile"] = async ({ path, digest }) =>
    this.answer("send", () => {
      this.sentPaths.push(path);
      this.stage(path, digest);
    });

  private stage(path: string, digest: string): ItemOutcome {
    const unchanged = this.staged.get(path) === digest;
    this.staged.set(path, digest);
    return { path, outcome: unchanged ? "UNCHANGED" : "STAGED" };
  }

  private async answer<T>(what: string, act: () => T): Promise<T> {
    await Promise.resolve();
    const failure = this.fail?.(what);
    if (failure) throw failure;
    return act();
  }
}

const settle = () => vi.advanceTimersByTimeAsync(0);

test("uploads everything and says so", async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  queue.add(files(450));
  expect(queue.snapshot().phase).toBe("running");
  await settle();
  expect(queue.snapshot()).toMatchObject({ phase: "finished", files: 450, staged: 450, bytes: 4500, sentBytes: 4500 });
  expect(server.staged.size).toBe(450);
});

test("sends only what the server does not have", async () => {
  const server = new Server();
  server.contents.add("digest of f0.png");
  const queue = new UploadQueue(server);
  queue.add(files(3));
  await settle();
  expect(server.sentPaths).toEqual(["f1.png", "f2.png"]);
  expect(queue.snapshot()).toMatchObject({ phase: "finished", staged: 3 });
});

test("labels go with their files, whichever way those are sent", async () => {
  const server = new Server();
  server.contents.add("digest of known.png");
  const labels = { CLASSIFICATION: { category: "day" } };
  const sent: { path: string }[] = [];
  const [stageKnown, sendBatch] = [server.stageKnown, server.sendBatch];
  server.stageKnown = (items) => (sent.push(...items), stageKnown(items));
  server.sendBatch = (items, ...more) => (sent.push(...items), sendBatch(items, ...more));
  const queue = new UploadQueue(server);
  queue.add([{ ...file("known.png"), labels }, { ...file("new.png"), labels }, { ...file("large.png", LARGE), labels }]);
  await settle();
  expect(sent.sort((one, other) => (one.path < other.path ? -1 : 1))).toMatchObject(["known.png", "large.png", "new.png"].map((path) => ({ path, labels })));
  expect(queue.snapshot()).toMatchObject({ phase: "finished", refused: [] });
});

test("goes on after a broken connection by itself, and sends nothing twice", async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  let answers = 0;
  server.fail = (what) => (what === "send" && ++answers > 1 ? Problem.unreachable() : null);
  queue.add(files(450));
  await settle();
  expect(queue.snapshot()).toMatchObject({ phase: "broken", staged: 200 });
  expect(queue.snapshot().retryAt).not.toBeNull();

  server.fail = null;
  await vi.advanceTimersByTimeAsync(1_000);
  expect(queue.snapshot()).toMatchObject({ phase: "finished", staged: 450, retryAt: null });
  expect(new Set(server.sentPaths).size).toBe(server.sentPaths.length);
});

test("waits longer after each failure, and as long as the server asks", async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  server.fail = () => Problem.unreachable();
  queue.add(files(1));
  const pauses: number[] = [];
  for (let round = 0; round < 4; round += 1) {
    await settle();
    pauses.push((queue.snapshot().retryAt ?? 0) - Date.now());
    await vi.advanceTimersByTimeAsync(pauses.at(-1)!);
  }
  expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
  server.fail = () => new Problem(503, {}, 7);
  await vi.advanceTimersByTimeAsync(16_000);
  expect((queue.snapshot().retryAt ?? 0) - Date.now()).toBeGreaterThan(0);
  expect(queue.snapshot().phase).toBe("broken");
});

test("pauses, and resumes where it was", async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  queue.add(files(450));
  queue.pause();
  await settle();
  expect(queue.snapshot()).toMatchObject({ phase: "paused", files: 450 });
  queue.resume();
  await settle();
  expect(queue.snapshot()).toMatchObject({ phase: "finished", files: 450 });
  expect(server.staged.size).toBe(450);
});

test("one bad file does not spoil the others", async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  queue.add([file("good.png"), file("bad.exe"), file("fine.png")]);
  await settle();
  expect(queue.snapshot()).toMatchObject({ phase: "finished", staged: 2, refused: [{ path: "bad.exe", reason: "Not a picture." }] });
});

test("a request refused for its contents is tried file by file", async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  const send = server.sendBatch;
  server.sendBatch = async (sent, ...rest) => {
    if (sent.some(({ path }) => path === "poison.png")) throw new Problem(422, { detail: "Path not allowed." });
    return send(sent, ...rest);
  };
  queue.add([file("a.png"), file("poison.png"), file("b.png")]);
  await settle();
  expect(queue.snapshot()).toMatchObject({ phase: "finished", staged: 2, refused: [{ path: "poison.png", reason: "Path not allowed." }] });
});

test("stops where trying again would not help, and can be resumed", async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  server.fail = () => new Problem(409, { code: "quota-exceeded", detail: "The storage is full." });
  queue.add(files(5));
  await settle();
  expect(queue.snapshot()).toMatchObject({ phase: "stopped", staged: 0 });
  expect(queue.snapshot().problem?.message).toBe("The storage is full.");
  server.fail = null;
  queue.resume();
  await settle();
  expect(queue.snapshot()).toMatchObject({ phase: "finished", staged: 5, problem: null });
});

test("a file that cannot be read is said so", async () => {
  const server = new Server();
  server.digest = async (blob) => {
    const { text } = blob as unknown as { text: string };
    if (text === "moved.png") throw new DOMException("gone", "NotFoundError");
    return `digest of ${text}`;
  };
  const queue = new UploadQueue(server);
  queue.add([file("moved.png"), file("there.png")]);
  await settle();
  expect(queue.snapshot()).toMatchObject({ phase: "finished", staged: 1 });
  expect(queue.snapshot().refused[0]?.path).toBe("moved.png");
});

test("a later file of the same place replaces one that waits", async () => {
  const server = new Server();
  const queue = new UploadQueue(server);
  queue.add(files(1));
  queue.pause();
  queue.add([{ path: "f0.png", file: { size: 99, text: "newer" } as unknown as Blob }]);
  expect(queue.snapshot()).toMatchObject({ files: 1, bytes: 99 });
  queue.resume();
  await settle();
  expect(server.staged.get("f0.png")).toBe("digest of newer");
});

test("a second folder begins a new count", async () => {
  const queue = new UploadQueue(new Server());
  queue.add(files(3));
  await settle();
  queue.add([file("g.png")]);
  await settle();
  expect(queue.snapshot()).toMatchObject({ phase: "finished", files: 1, staged: 1 });
});

test("batches: many small files together, a large one alone", () => {
  expect(nextBatch(files(500))).toHaveLength(200);
  expect(nextBatch([file("big", LARGE), file("small")])).toHaveLength(1);
  expect(nextBatch([file("small"), file("big", LARGE)])).toHaveLength(1);
  expect(nextBatch([file("a", 6), file("b", 6), file("c", 6)], 10, 15, 100)).toHaveLength(2);
  expect(nextBatch([])).toEqual([]);
});
