import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { root, text } from "@/app/routes/base";

const signIn = createRoute({
  getParentRoute: () => root,
  path: "sign-in",
  validateSearch: (search): { next?: string } => ({ next: text(search.next) }),
  component: lazyRouteComponent(() => import("@/features/session/SignInPage"), "SignInPage"),
});

const register = createRoute({
  getParentRoute: () => root,
  path: "register",
  component: lazyRouteComponent(() => import("@/features/session/RegisterPage"), "RegisterPage"),
});

const invite = createRoute({
  getParentRoute: () => root,
  path: "invite/$token",
  component: lazyRouteComponent(() => import("@/features/invitation/InvitationPage"), "InvitationPage"),
});

const join = createRoute({
  getParentRoute: () => root,
  path: "join/$token",
  component: lazyRouteComponent(() => import("@/features/application/JoinPage"), "JoinPage"),
});

const forgotten = createRoute({
  getParentRoute: () => root,
  path: "forgotten",
  component: lazyRouteComponent(() => import("@/features/session/ForgottenPage"), "ForgottenPage"),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: "reset/$token",
  component: lazyRouteComponent(() => import("@/features/session/ResetPage"), "ResetPage"),
});

const confirm = createRoute({
  getParentRoute: () => root,
  path: "confirm/$token",
  component: lazyRouteComponent(() => import("@/features/session/ConfirmPage"), "ConfirmPage"),
});

/** Outside of the gate. */
export const gateRoutes = [signIn, register, invite, join, forgotten, reset, confirm] as const;
