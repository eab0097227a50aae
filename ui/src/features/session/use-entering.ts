import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { meQuery } from "@/features/session/api/me";

/** Whoever just proved who they are comes in, with nothing left of who was here before, and goes where they wanted to be. */
export function useEntering() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return async (next?: string) => {
    queryClient.clear();
    await queryClient.fetchQuery(meQuery);
    await router.invalidate();
    router.history.push(next?.startsWith("/") && !next.startsWith("//") ? next : "/");
  };
}
