import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { listSearch, signedIn } from "@/app/routes/base";
import { activitySearch } from "@/features/activity/use-activity-search";
import { organizationQuery } from "@/features/organization/api/organization";
import { meQuery } from "@/features/session/api/me";

const start = createRoute({
  getParentRoute: () => signedIn,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/workspace/StartPage"), "StartPage"),
});

const openDatasets = createRoute({
  getParentRoute: () => signedIn,
  path: "open-datasets",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("@/features/dataset/OpenDatasetsPage"), "OpenDatasetsPage"),
});

const newWorkspace = createRoute({
  getParentRoute: () => signedIn,
  path: "new-workspace",
  component: lazyRouteComponent(() => import("@/features/workspace/NewWorkspacePage"), "NewWorkspacePage"),
});

const organization = createRoute({
  getParentRoute: () => signedIn,
  path: "organization",
  loader: async ({ context }) => {
    const me = await context.queryClient.ensureQueryData(meQuery);
    if (me) await context.queryClient.ensureQueryData(organizationQuery(me.organization.id));
  },
  component: lazyRouteComponent(() => import("@/features/organization/OrganizationFrame"), "OrganizationFrame"),
});

const users = createRoute({
  getParentRoute: () => organization,
  path: "/",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("@/features/organization/UsersTab"), "UsersTab"),
});

const invitations = createRoute({
  getParentRoute: () => organization,
  path: "invitations",
  component: lazyRouteComponent(() => import("@/features/organization/OrganizationInvitationsTab"), "OrganizationInvitationsTab"),
});

const ownWorkspaces = createRoute({
  getParentRoute: () => organization,
  path: "workspaces",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("@/features/office/WorkspacesTab"), "WorkspacesTab"),
});

const storage = createRoute({
  getParentRoute: () => organization,
  path: "storage",
  component: lazyRouteComponent(() => import("@/features/usage/OrganizationStorageTab"), "OrganizationStorageTab"),
});

const workforceAccess = createRoute({
  getParentRoute: () => organization,
  path: "workforce-access",
  component: lazyRouteComponent(() => import("@/features/organization/WorkforceAccessTab"), "WorkforceAccessTab"),
});

const settings = createRoute({
  getParentRoute: () => organization,
  path: "settings",
  component: lazyRouteComponent(() => import("@/features/organization/OrganizationSettingsTab"), "OrganizationSettingsTab"),
});

const activity = createRoute({
  getParentRoute: () => organization,
  path: "activity",
  validateSearch: activitySearch,
  component: lazyRouteComponent(() => import("@/features/activity/OrganizationActivityTab"), "OrganizationActivityTab"),
});

const account = createRoute({
  getParentRoute: () => signedIn,
  path: "account",
  component: lazyRouteComponent(() => import("@/features/account/AccountFrame"), "AccountFrame"),
});

const profile = createRoute({
  getParentRoute: () => account,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/account/ProfileTab"), "ProfileTab"),
});

const preferences = createRoute({
  getParentRoute: () => account,
  path: "notifications",
  component: lazyRouteComponent(() => import("@/features/notification/PreferencesTab"), "PreferencesTab"),
});

const notifications = createRoute({
  getParentRoute: () => signedIn,
  path: "notifications",
  validateSearch: (search): { show?: "unread" } => ({ show: search.show === "unread" ? "unread" : undefined }),
  component: lazyRouteComponent(() => import("@/features/notification/NotificationsPage"), "NotificationsPage"),
});

const accessKeys = createRoute({
  getParentRoute: () => account,
  path: "access-keys",
  component: lazyRouteComponent(() => import("@/features/account/AccessKeysTab"), "AccessKeysTab"),
});

const sessions = createRoute({
  getParentRoute: () => account,
  path: "sessions",
  component: lazyRouteComponent(() => import("@/features/account/SessionsTab"), "SessionsTab"),
});

/** What belongs to a person and to their organization. */
export const ownRoutes = [
  start,
  newWorkspace,
  openDatasets,
  notifications,
  organization.addChildren([users, invitations, ownWorkspaces, storage, workforceAccess, activity, settings]),
  account.addChildren([profile, accessKeys, preferences, sessions]),
] as const;
