import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { listSearch, signedIn } from "@/app/routes/base";
import { projectQuery } from "@/features/project/api/project";
import { workspaceQuery } from "@/features/workspace/api/workspace";

export const workspace = createRoute({
  getParentRoute: () => signedIn,
  path: "workspaces/$workspaceId",
  loader: ({ context, params }) => context.queryClient.ensureQueryData(workspaceQuery(params.workspaceId)),
  component: lazyRouteComponent(() => import("@/features/workspace/WorkspaceFrame"), "WorkspaceFrame"),
});

const workspaceStart = createRoute({
  getParentRoute: () => workspace,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/workspaces/$workspaceId/projects", params, replace: true });
  },
});

const projects = createRoute({
  getParentRoute: () => workspace,
  path: "projects",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("@/features/project/ProjectsPage"), "ProjectsPage"),
});

const project = createRoute({
  getParentRoute: () => workspace,
  path: "projects/$projectId",
  loader: ({ context, params }) => context.queryClient.ensureQueryData(projectQuery(params.projectId)),
  component: lazyRouteComponent(() => import("@/features/project/ProjectFrame"), "ProjectFrame"),
});

const projectDatasets = createRoute({
  getParentRoute: () => project,
  path: "/",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("@/features/dataset/ProjectDatasetsTab"), "ProjectDatasetsTab"),
});

const projectMembers = createRoute({
  getParentRoute: () => project,
  path: "members",
  component: lazyRouteComponent(() => import("@/features/project/ProjectMembersTab"), "ProjectMembersTab"),
});

const projectDocuments = createRoute({
  getParentRoute: () => project,
  path: "documents",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("@/features/document/DocumentsTab"), "DocumentsTab"),
});

const projectSettings = createRoute({
  getParentRoute: () => project,
  path: "settings",
  component: lazyRouteComponent(() => import("@/features/project/ProjectSettingsTab"), "ProjectSettingsTab"),
});

const projectUsage = createRoute({
  getParentRoute: () => project,
  path: "usage",
  component: lazyRouteComponent(() => import("@/features/usage/ProjectUsageTab"), "ProjectUsageTab"),
});

const datasets = createRoute({
  getParentRoute: () => workspace,
  path: "datasets",
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import("@/features/dataset/DatasetsPage"), "DatasetsPage"),
});

/** Projects, and the list of all datasets, of one workspace. */
export const projectRoutes = [
  workspaceStart,
  projects,
  project.addChildren([projectDatasets, projectDocuments, projectMembers, projectUsage, projectSettings]),
  datasets,
] as const;
