import { root, signedIn } from "@/app/routes/base";
import { datasetRoutes } from "@/app/routes/dataset";
import { gateRoutes } from "@/app/routes/gate";
import { manageRoutes } from "@/app/routes/manage";
import { ownRoutes } from "@/app/routes/own";
import { projectRoutes, workspace } from "@/app/routes/workspace";

export const routeTree = root.addChildren([
  ...gateRoutes,
  signedIn.addChildren([...ownRoutes, workspace.addChildren([...projectRoutes, manageRoutes]), datasetRoutes]),
]);
