import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { problemOf } from "@/api/problem";
import { meKey } from "@/features/session/api/me";

function forgetWhoIsSignedIn(error: unknown): void {
  if (problemOf(error).status === 401) queryClient.setQueryData(meKey, null);
}

/** Server state lives here and nowhere else. Refusals are final; only missing answers are asked for again. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: forgetWhoIsSignedIn }),
  mutationCache: new MutationCache({ onError: forgetWhoIsSignedIn }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => {
        const { status } = problemOf(error);
        return (status === 0 || status === 503) && failures < 2;
      },
    },
  },
});
