import { Switch, Text } from "@mantine/core";
import { can } from "@/api/can";
import type { Collaborator, Workspace } from "@/api/types";
import { collaboratorsKey } from "@/features/collaborator/api/collaborators";
import { editCollaborator } from "@/features/collaborator/api/edit-collaborator";
import { useAct } from "@/shared/use-act";

/** Whether people who join this organization later become members by themselves (K-10). */
export function AutoInviteSwitch({ workspace, collaborator }: { workspace: Workspace; collaborator: Collaborator }) {
  const { organization, autoInvite, autoInviteAllowed } = collaborator;
  const set = useAct((on: boolean) => editCollaborator(workspace.id, organization.id, { autoInvite: on }), {
    refresh: [collaboratorsKey(workspace.id)],
    says: (_, on) => (on ? `Whoever joins ${organization.name} becomes a member.` : `People who join ${organization.name} are added by hand.`),
  });
  if (!can(collaborator, "COLLABORATOR_AUTO_INVITE")) return <Text c={autoInvite ? undefined : "dimmed"}>{autoInvite ? "On" : "Off"}</Text>;
  return (
    <Switch
      aria-label={`Auto-invite people of ${organization.name}`}
      description={autoInvite && !autoInviteAllowed ? "Their administrators do not allow it" : undefined}
      checked={set.isPending ? set.variables : autoInvite}
      disabled={set.isPending}
      onChange={(event) => set.mutate(event.currentTarget.checked)}
    />
  );
}
