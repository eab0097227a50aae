import { Outlet } from "@tanstack/react-router";
import { can } from "@/api/can";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { Screen } from "@/shared/Screen";
import { TabLink, TabLinks } from "@/shared/TabLinks";
import { PlanTag } from "./parts/PlanTag";

/** Workspace management: who is in it, which organizations, its settings, what happened. */
export function ManagePage() {
  const workspace = useWorkspace();
  const params = { workspaceId: workspace.id };
  const { members, collaborators } = workspace.counts;
  return (
    <Screen
      title="Manage workspace"
      tags={<PlanTag workspace={workspace} />}
      tabs={
        <TabLinks label="Workspace management">
          {can(workspace, "MEMBER_MANAGE") && (
            <TabLink to="/workspaces/$workspaceId/manage/members" params={params} note={members}>
              Members
            </TabLink>
          )}
          {can(workspace, "COLLABORATOR_MANAGE") && (
            <TabLink to="/workspaces/$workspaceId/manage/collaborators" params={params} note={collaborators}>
              Collaborators
            </TabLink>
          )}
          {can(workspace, "WORKSPACE_EDIT") && (
            <TabLink to="/workspaces/$workspaceId/manage/applications" params={params}>
              Applications
            </TabLink>
          )}
          {can(workspace, "WORKSPACE_EDIT") && (
            <TabLink to="/workspaces/$workspaceId/manage/usage" params={params}>
              Usage
            </TabLink>
          )}
          <TabLink to="/workspaces/$workspaceId/manage/settings" params={params}>
            Settings
          </TabLink>
          {can(workspace, "WORKSPACE_EDIT") && (
            <TabLink to="/workspaces/$workspaceId/manage/statistics" params={params}>
              Statistics
            </TabLink>
          )}
          {can(workspace, "AUDIT_VIEW") && (
            <TabLink to="/workspaces/$workspaceId/manage/activity" params={params}>
              Activity
            </TabLink>
          )}
        </TabLinks>
      }
    >
      <Outlet />
    </Screen>
  );
}
