import { createRoute, Outlet } from "@tanstack/react-router";
import { signedIn } from "@/app/routes/base";

const start = createRoute({ getParentRoute: () => signedIn, path: "/", component: Outlet });
const newWorkspace = createRoute({ getParentRoute: () => signedIn, path: "new-workspace", component: Outlet });
const organization = createRoute({ getParentRoute: () => signedIn, path: "organization", component: Outlet });
const account = createRoute({ getParentRoute: () => signedIn, path: "account", component: Outlet });
const accessKeys = createRoute({ getParentRoute: () => account, path: "access-keys", component: Outlet });

/** What belongs to a person and to their organization. */
export const ownRoutes = [start, newWorkspace, organization, account.addChildren([accessKeys])] as const;
