import { positionOfLoading } from "@/api/position";

/** What a stream says: `changed` with what, `notifications`, `all` (something may have been missed), `ended`. */
export interface Heard {
  event: "changed" | "notifications" | "all" | "ended";
  data: string;
}

const NAME = "kontor-events";
const EVENTS = ["changed", "notifications", "all"] as const;
const AGAIN = 5_000;
const ALL: Heard = { event: "all", data: "{}" };

/** Whoever has no lock after so long is told by the window that has it. */
const PATIENCE = 500;

/**
 * Hears what the server says, through one stream for all windows of this browser: the one that has the lock keeps it and
 * tells the others. Without locks (an address that is not https) every window has its own. Whoever begins to hear is told
 * `all` once: what changed after the page was asked for and before this was said to nobody.
 */
export function hearEvents(hear: (heard: Heard) => void): () => void {
  const stopping = new AbortController();
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<Heard>) => hear(data);
  const tell = (heard: Heard) => {
    hear(heard);
    if (!stopping.signal.aborted) channel.postMessage(heard);
  };
  stopping.signal.addEventListener("abort", () => channel.close());
  // Whoever loaded before this window may have missed what it has not.
  const tellOthers = () => !stopping.signal.aborted && channel.postMessage(ALL);
  const keep = () => keepStream(tell, tellOthers, stopping.signal);
  if ("locks" in navigator) {
    const listening = setTimeout(() => hear(ALL), PATIENCE);
    stopping.signal.addEventListener("abort", () => clearTimeout(listening));
    const keepMyself = () => {
      clearTimeout(listening);
      return keep();
    };
    navigator.locks.request(NAME, { signal: stopping.signal }, keepMyself).catch(() => undefined);
  } else {
    void keep();
  }
  return () => stopping.abort();
}

/**
 * Until it is stopped. A stream that begins knows nothing of what was before it; only the first one of a page may hear that
 * nothing has changed since the page began to load.
 */
function keepStream(tell: (heard: Heard) => void, tellOthers: () => void, signal: AbortSignal): Promise<void> {
  return new Promise((stopped) => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let begun = false;
    const ready = ({ data }: MessageEvent<string>) => {
      const { position } = JSON.parse(data) as { position?: string };
      const missedNothing = !begun && position !== undefined && position === positionOfLoading();
      begun = true;
      if (missedNothing) tellOthers();
      else tell(ALL);
    };
    const open = () => {
      source = new EventSource("/api/v1/me/events");
      source.addEventListener("ready", ready);
      for (const event of EVENTS) source.addEventListener(event, ({ data }: MessageEvent<string>) => tell({ event, data }));
      source.addEventListener("ended", () => {
        tell({ event: "ended", data: "{}" });
        later();
      });
      // A stream that breaks is opened again by the browser; one that is refused is not.
      source.addEventListener("error", () => source?.readyState === EventSource.CLOSED && later());
    };
    const later = () => {
      source?.close();
      clearTimeout(timer);
      timer = setTimeout(open, AGAIN);
    };
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      source?.close();
      stopped();
    });
    open();
  });
}
