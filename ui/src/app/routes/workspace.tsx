import { createRoute, Outlet } from "@tanstack/react-router";
import { listSearch, signedIn } from "@/app/routes/base";

const workspace = createRoute({
  getParentRoute: () => signedIn,
  path: "workspaces/$workspaceId",
  component: Outlet,
});

const projects = createRoute({
  getParentRoute: () => workspace,
  path: "projects",
  validateSearch: listSearch,
  component: Outlet,
});

const datasets = createRoute({
  getParentRoute: () => workspace,
  path: "datasets",
  validateSearch: listSearch,
  component: Outlet,
});

const manage = createRoute({ getParentRoute: () => workspace, path: "manage", component: Outlet });

export const workspaceRoutes = workspace.addChildren([projects, datasets, manage]);
