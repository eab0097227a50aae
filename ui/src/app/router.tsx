import { createRouter } from "@tanstack/react-router";
import { queryClient } from "@/app/query-client";
import { routeTree } from "@/app/routes/tree";
import { NotFound, PageProblem } from "@/shared/FullPage";

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  defaultNotFoundComponent: NotFound,
  defaultErrorComponent: ({ error, reset }) => <PageProblem error={error} reset={reset} />,
  defaultPendingMs: 300,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
