import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { type Heard, hearEvents } from "@/features/live/event-stream";
import { type Changed, staleKeys } from "@/features/live/stale-keys";
import { notificationsKey } from "@/features/notification/api/notifications";
import { meKey } from "@/features/session/api/me";

const GATHERED = 300;

/** Keeps what is on the page current: asks again for what the server says has changed. */
export function useLiveUpdates(signedIn: boolean) {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!signedIn || typeof EventSource === "undefined") return;
    const { gather, stop } = gathering(queryClient);
    const silence = hearEvents(gather);
    return () => {
      silence();
      stop();
    };
  }, [signedIn, queryClient]);
}

/** Many changes at once are asked for once. */
function gathering(queryClient: QueryClient) {
  const waiting = new Map<string, readonly unknown[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    const keys = [...waiting.values()];
    waiting.clear();
    timer = undefined;
    for (const queryKey of keys) void queryClient.invalidateQueries({ queryKey });
  };
  const gather = ({ event, data }: Heard) => {
    for (const key of keysOf(event, data)) waiting.set(JSON.stringify(key), key);
    timer ??= setTimeout(ask, GATHERED);
  };
  return { gather, stop: () => clearTimeout(timer) };
}

function keysOf(event: Heard["event"], data: string): (readonly unknown[])[] {
  if (event === "all") return [[]];
  if (event === "ended") return [meKey];
  if (event === "notifications") return [notificationsKey];
  return staleKeys(JSON.parse(data) as Changed);
}
