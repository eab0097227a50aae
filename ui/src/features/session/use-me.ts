import { useSuspenseQuery } from "@tanstack/react-query";
import { use } from "react";
import type { Me } from "@/api/types";
import { meQuery } from "@/features/session/api/me";

const LEAVING = new Promise<never>(() => undefined);

/**
 * The signed-in person, for everything inside of the shell, which is not shown without one. Where the session ended
 * behind an open page, that waits until the shell has taken it away.
 */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  return data ?? use(LEAVING);
}
