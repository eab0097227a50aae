import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, createRoute, Outlet, redirect } from "@tanstack/react-router";
import { meQuery } from "@/features/session/api/me";
import { Shell } from "@/features/shell/Shell";

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({ component: Outlet });

/** Everything inside of the gate. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: "signed-in",
  beforeLoad: async ({ context, location }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (!me) throw redirect({ to: "/sign-in", search: location.pathname === "/" ? {} : { next: location.href } });
  },
  component: Shell,
});

/** What every list keeps in the address: the words looked for, the order, and which part of it is shown. */
export interface ListSearch {
  q?: string;
  sort?: string;
  show?: string;
}

export function listSearch(search: Record<string, unknown>): ListSearch {
  return { q: text(search.q), sort: text(search.sort), show: text(search.show) };
}

export function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
