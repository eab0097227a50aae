import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { collaboratorImpactQuery } from "@/features/collaborator/api/collaborator-impact";
import { removeCollaborator } from "@/features/collaborator/api/remove-collaborator";
import { HeirChoice } from "@/features/member/HeirChoice";
import { losses, passesOn } from "@/features/member/losses";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { Consequences, ConfirmDialog } from "@/shared/ConfirmDialog";
import { plural } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import type { CollaboratorDialogProps } from "./EditTypesDialog";

/** Says how many people and what go with a collaborator (K-12). */
export function RemoveCollaboratorDialog({ workspace, collaborator, opened, close }: CollaboratorDialogProps) {
  const { id, name } = collaborator.organization;
  const [heir, setHeir] = useState<string | null>(null);
  const impact = useQuery({ ...collaboratorImpactQuery(workspace.id, id, {}), enabled: opened });
  const remove = useAct(() => removeCollaborator(workspace.id, id, heir ?? undefined), {
    refresh: [workspaceKey(workspace.id), ["projects"]],
    says: `${name} was removed.`,
    done: close,
  });
  const { members = 0, invitations = 0, takes = [] } = impact.data ?? {};
  return (
    <ConfirmDialog
      title={`Remove ${name}?`}
      opened={opened}
      close={close}
      confirm={() => remove.mutate()}
      pending={remove.isPending}
      action="Remove organization"
      typed={members > 0 ? name : undefined}
      impact={impact}
    >
      <Text>Its people lose this workspace with their next request. Nothing they made is deleted.</Text>
      <Consequences
        lines={[
          members > 0 && `${plural(members, "person loses", "people lose")} access`,
          invitations > 0 && `${plural(invitations, "open invitation is", "open invitations are")} revoked`,
          ...losses(takes),
        ]}
        none="Nobody of it is here yet, and no invitation is open."
      />
      {passesOn(takes) && <HeirChoice workspace={workspace} value={heir} onChange={setHeir} />}
    </ConfirmDialog>
  );
}
