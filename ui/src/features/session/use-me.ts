import { useSuspenseQuery } from "@tanstack/react-query";
import type { Me } from "@/api/types";
import { meQuery } from "@/features/session/api/me";

/** The signed-in person, for everything inside of the shell, which is not shown without one. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(meQuery);
  if (!data) throw new Error("Nobody is signed in.");
  return data;
}
