import { Navigate } from "@tanstack/react-router";
import { can } from "@/api/can";
import { useWorkspace } from "@/features/workspace/use-workspace";

/** Leads to the first tab of workspace management that one may see. */
export function ManageStart() {
  const workspace = useWorkspace();
  const to = can(workspace, "MEMBER_MANAGE")
    ? "/workspaces/$workspaceId/manage/members"
    : "/workspaces/$workspaceId/manage/settings";
  return <Navigate to={to} params={{ workspaceId: workspace.id }} replace />;
}
