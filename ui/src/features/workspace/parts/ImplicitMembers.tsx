import { Switch } from "@mantine/core";
import { can } from "@/api/can";
import { editWorkspace } from "@/features/workspace/api/edit-workspace";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { useAct } from "@/shared/use-act";

/** Whether people who join the owning organization become members by themselves (M-09). */
export function ImplicitMembers() {
  const workspace = useWorkspace();
  const set = useAct((implicitMembers: boolean) => editWorkspace(workspace.id, workspace.revision, { implicitMembers }), {
    refresh: [workspaceKey(workspace.id)],
    says: (_, on) => (on ? "New colleagues become members." : "New colleagues are added by hand."),
  });
  return (
    <Switch
      label={`Whoever joins ${workspace.organization.name} becomes a member`}
      description={`As a plain member, as long as this is the only workspace of ${workspace.organization.name}. Nobody is brought back who was removed.`}
      checked={set.isPending ? set.variables : workspace.implicitMembers}
      disabled={!can(workspace, "WORKSPACE_EDIT") || set.isPending}
      onChange={(event) => set.mutate(event.currentTarget.checked)}
    />
  );
}
