import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepPosition } from "@/api/position";
import { type Heard, hearEvents } from "@/features/live/event-stream";

/** A stream that the test speaks through. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static opened: Stream[] = [];
  readyState = 1;
  constructor() {
    super();
    Stream.opened.push(this);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  says(event: string, data = "{}") {
    this.dispatchEvent(new MessageEvent(event, { data }));
  }
}

let heard: string[] = [];
const hear = ({ event }: Heard) => heard.push(event);
const silence: (() => void)[] = [];

beforeEach(() => {
  heard = [];
  Stream.opened = [];
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", Stream);
});

afterEach(() => {
  for (const stop of silence.splice(0)) stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const locks = (request: () => Promise<void>) => vi.stubGlobal("navigator", { locks: { request } });

test("what changed between the page's load and the stream's first word is asked for", () => {
  silence.push(hearEvents(hear));
  expect(heard).toEqual([]);
  Stream.opened[0]?.says("ready");
  expect(heard).toEqual(["all"]);
  Stream.opened[0]?.says("changed", '{"scope":"project"}');
  expect(heard).toEqual(["all", "changed"]);
});

test("a page that nothing changed under asks nothing twice; a stream that is opened again does", () => {
  keepPosition(new Response(null, { headers: { "Kontor-Position": "node/7" } }));
  keepPosition(new Response(null, { headers: { "Kontor-Position": "node/9" } }));
  silence.push(hearEvents(hear));
  Stream.opened[0]?.says("ready", '{"position":"node/7"}');
  expect(heard).toEqual([]);
  Stream.opened[0]?.says("ready", '{"position":"node/7"}');
  expect(heard).toEqual(["all"]);
  silence.push(hearEvents(hear));
  Stream.opened[1]?.says("ready", '{"position":"node/8"}');
  expect(heard.filter((event) => event === "all").length).toBeGreaterThan(1);
});

test("so is what changed while a broken stream was opened again", () => {
  silence.push(hearEvents(hear));
  Stream.opened[0]?.says("ready");
  Stream.opened[0]?.says("ended");
  vi.advanceTimersByTime(5_000);
  Stream.opened[1]?.says("ready");
  expect(heard).toEqual(["all", "ended", "all"]);
});

test("a window that another one tells asks once, when it surely hears", () => {
  locks(() => new Promise(() => {}));
  silence.push(hearEvents(hear));
  expect(Stream.opened).toEqual([]);
  vi.advanceTimersByTime(500);
  expect(heard).toEqual(["all"]);
});

test("a window that keeps the stream asks once, not once more for its patience", () => {
  const keeps = (...args: unknown[]) => (args[2] as () => Promise<void>)();
  vi.stubGlobal("navigator", { locks: { request: keeps } });
  silence.push(hearEvents(hear));
  Stream.opened[0]?.says("ready");
  vi.advanceTimersByTime(1_000);
  expect(heard).toEqual(["all"]);
});
