import { Navigate } from "@tanstack/react-router";
import { can } from "@/api/can";
import { useMe } from "@/features/session/use-me";
import { lastWorkspace } from "@/features/workspace/last-workspace";
import { EmptyState } from "@/shared/EmptyState";
import { ButtonLink } from "@/shared/links";
import { Screen } from "@/shared/Screen";

/** The start: leads on to the workspace one was in last, or to the first step where there is none. */
export function StartPage() {
  const me = useMe();
  const last = lastWorkspace();
  const workspace = me.workspaces.find(({ id }) => id === last) ?? me.workspaces[0];
  if (workspace) return <Navigate to="/workspaces/$workspaceId/projects" params={{ workspaceId: workspace.id }} replace />;
  const mayCreate = can(me, "WORKSPACE_CREATE");
  return (
    <Screen title={`Welcome, ${me.user.name}`}>
      <EmptyState
        title="You are in no workspace yet"
        action={mayCreate && <ButtonLink to="/new-workspace">Create a workspace</ButtonLink>}
      >
        A workspace holds projects and datasets, your people and partner organizations.
        {mayCreate ? " Create one, or wait for an invitation." : " Ask somebody who has one to add you."}
      </EmptyState>
    </Screen>
  );
}
