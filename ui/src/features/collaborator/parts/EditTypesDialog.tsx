import { Alert, Button, Group, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Collaborator, CollaboratorImpact, Workspace } from "@/api/types";
import { collaboratorImpactQuery } from "@/features/collaborator/api/collaborator-impact";
import { collaboratorOptionsQuery } from "@/features/collaborator/api/collaborator-options";
import { editCollaborator } from "@/features/collaborator/api/edit-collaborator";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { plural, words } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import { TypeChoice } from "@/features/collaborator/TypeChoice";

export interface CollaboratorDialogProps {
  workspace: Workspace;
  collaborator: Collaborator;
  opened: boolean;
  close: () => void;
}

/** Changes collaboration types, and says beforehand whose roles go with a type (K-07). */
export function EditTypesDialog(props: CollaboratorDialogProps) {
  return (
    <Modal opened={props.opened} onClose={props.close} title={`Types of ${props.collaborator.organization.name}`}>
      {props.opened && <TypesForm {...props} />}
    </Modal>
  );
}

function TypesForm({ workspace, collaborator, close }: CollaboratorDialogProps) {
  const { id, name } = collaborator.organization;
  const [types, setTypes] = useState(collaborator.types);
  const options = useQuery(collaboratorOptionsQuery(workspace.id));
  const takesAway = collaborator.types.some((type) => !types.includes(type));
  const impact = useQuery({
    ...collaboratorImpactQuery(workspace.id, id, { types }),
    enabled: takesAway && types.length > 0,
  });
  const save = useAct(() => editCollaborator(workspace.id, id, { types }), {
    refresh: [workspaceKey(workspace.id)],
    says: `The types of ${name} are saved.`,
    done: close,
  });
  const waiting = takesAway && types.length > 0 && !impact.isSuccess;
  if (options.isPending) return <Skeleton height={180} />;
  return (
    <Stack>
      {options.isError && <ProblemNotice error={options.error} retry={() => void options.refetch()} />}
      <TypeChoice
        types={[...new Set([...collaborator.types, ...(options.data?.types ?? [])])]}
        value={types}
        onChange={setTypes}
        error={types.length === 0 ? "At least one type stays." : null}
      />
      {takesAway && impact.isError && <ProblemNotice error={impact.error} retry={() => void impact.refetch()} />}
      {takesAway && impact.data && <Strips impact={impact.data} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button onClick={() => save.mutate()} loading={save.isPending || (waiting && impact.isFetching)} disabled={types.length === 0 || waiting}>
          Save types
        </Button>
      </Group>
    </Stack>
  );
}

/** Whom it hits. */
function Strips({ impact: { roleStrips, invitations } }: { impact: CollaboratorImpact }) {
  if (roleStrips.length === 0 && invitations === 0) {
    return (
      <Text size="sm" c="dimmed">
        Nobody loses a role by this.
      </Text>
    );
  }
  return (
    <Alert color="yellow" title={roleStrips.length > 0 ? `${plural(roleStrips.length, "person loses roles", "people lose roles")}` : undefined}>
      {roleStrips.map(({ member, roles }, index) => (
        <Text size="sm" key={index}>
          {member.name}: {roles.map(words).join(", ")}
        </Text>
      ))}
      {invitations > 0 && <Text size="sm">{plural(invitations, "open invitation loses roles", "open invitations lose roles")}, too.</Text>}
    </Alert>
  );
}
