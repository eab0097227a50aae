import { root, signedIn } from "@/app/routes/base";
import { gateRoutes } from "@/app/routes/gate";
import { ownRoutes } from "@/app/routes/own";
import { workspaceRoutes } from "@/app/routes/workspace";

export const routeTree = root.addChildren([...gateRoutes, signedIn.addChildren([...ownRoutes, workspaceRoutes])]);
