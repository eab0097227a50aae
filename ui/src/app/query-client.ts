import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { problemOf } from "@/api/problem";
import { meKey } from "@/features/session/api/me";

function forgetWhoIsSignedIn(error: unknown): void {
  if (problemOf(error).status === 401) queryClient.setQueryData(meKey, null);
}

/** Another person was first: what a page shows of it is as old as the attempt that was refused. */
const OUTDATED = new Set(["no-draft", "changed-meanwhile", "project-archived", "project-trashed"]);

function askAgain(error: unknown): void {
  if (!OUTDATED.has(problemOf(error).code)) return;
  void queryClient.invalidateQueries({ queryKey: ["datasets"] });
  void queryClient.invalidateQueries({ queryKey: ["projects"] });
}

/** Server state lives here and nowhere else. Refusals are final; only missing answers are asked for again. */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: forgetWhoIsSignedIn }),
  mutationCache: new MutationCache({
    onError: (error) => {
      forgetWhoIsSignedIn(error);
      askAgain(error);
    },
  }),
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
