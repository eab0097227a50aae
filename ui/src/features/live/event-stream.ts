/** What a stream says: `changed` with what, `notifications`, `all` (something may have been missed), `ended`. */
export interface Heard {
  event: "changed" | "notifications" | "all" | "ended";
  data: string;
}

const NAME = "kontor-events";
const EVENTS = ["changed", "notifications", "all"] as const;
const AGAIN = 5_000;

/**
 * Hears what the server says, through one stream for all windows of this browser: the one that has the lock keeps it and
 * tells the others. Without locks (an address that is not https) every window has its own.
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
  let waited = false;
  const keep = () => keepStream(tell, waited, stopping.signal);
  if ("locks" in navigator) {
    const patience = setTimeout(() => (waited = true), 500);
    navigator.locks.request(NAME, { signal: stopping.signal }, keep).catch(() => clearTimeout(patience));
  } else {
    void keep();
  }
  return () => stopping.abort();
}

/** Until it is stopped; whoever takes the stream over from a window that was closed may have missed something. */
function keepStream(tell: (heard: Heard) => void, missed: boolean, signal: AbortSignal): Promise<void> {
  return new Promise((stopped) => {
    let source: EventSource | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const open = (late: boolean) => {
      source = new EventSource("/api/v1/me/events");
      source.addEventListener("ready", () => late && tell({ event: "all", data: "{}" }));
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
      timer = setTimeout(() => open(true), AGAIN);
    };
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      source?.close();
      stopped();
    });
    open(missed);
  });
}
