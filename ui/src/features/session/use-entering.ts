import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import type { Me } from "@/api/types";
import { meKey } from "@/features/session/api/me";

/** Puts somebody who just proved who they are into the cache and goes where they wanted to be. */
export function useEntering() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async (me: Me, next?: string) => {
    queryClient.clear();
    queryClient.setQueryData(meKey, me);
    await router.invalidate();
    router.history.push(next?.startsWith("/") && !next.startsWith("//") ? next : "/");
  };
}
