import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { listSearch } from "@/app/routes/base";
import { workspace } from "@/app/routes/workspace";
import { activitySearch } from "@/features/activity/use-activity-search";

const manage = createRoute({
  getParentRoute: () => workspace,
  path: "manage",
  component: lazyRouteComponent(() => import("@/features/workspace/ManagePage"), "ManagePage"),
});

const manageStart = createRoute({
  getParentRoute: () => manage,
  path: "/",
  component: lazyRouteComponent(() => import("@/features/workspace/ManageStart"), "ManageStart"),
});

const members = createRoute({
  getParentRoute: () => manage,
  path: "members",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("@/features/member/MembersTab"), "MembersTab"),
});

const collaborators = createRoute({
  getParentRoute: () => manage,
  path: "collaborators",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("@/features/collaborator/CollaboratorsTab"), "CollaboratorsTab"),
});

const applications = createRoute({
  getParentRoute: () => manage,
  path: "applications",
  component: lazyRouteComponent(() => import("@/features/application/JoiningTab"), "JoiningTab"),
});

const settings = createRoute({
  getParentRoute: () => manage,
  path: "settings",
  component: lazyRouteComponent(() => import("@/features/workspace/SettingsTab"), "SettingsTab"),
});

const activity = createRoute({
  getParentRoute: () => manage,
  path: "activity",
  validateSearch: activitySearch,
  component: lazyRouteComponent(() => import("@/features/activity/ActivityTab"), "ActivityTab"),
});

const usage = createRoute({
  getParentRoute: () => manage,
  path: "usage",
  component: lazyRouteComponent(() => import("@/features/usage/UsageTab"), "UsageTab"),
});

const statistics = createRoute({
  getParentRoute: () => manage,
  path: "statistics",
  component: lazyRouteComponent(() => import("@/features/statistic/StatisticsTab"), "StatisticsTab"),
});

const projectHistory = createRoute({
  getParentRoute: () => manage,
  path: "statistics/projects/$projectId",
  component: lazyRouteComponent(() => import("@/features/statistic/ProjectHistory"), "ProjectHistory"),
});

const organizationHistory = createRoute({
  getParentRoute: () => manage,
  path: "statistics/organizations/$organizationId",
  component: lazyRouteComponent(() => import("@/features/statistic/OrganizationHistory"), "OrganizationHistory"),
});

/** Workspace management and its tabs. */
export const manageRoutes = manage.addChildren([manageStart, members, collaborators, applications, usage, settings, statistics, projectHistory, organizationHistory, activity]);
