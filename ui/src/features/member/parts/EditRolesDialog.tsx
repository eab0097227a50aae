import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Member, Workspace } from "@/api/types";
import { editRoles } from "@/features/member/api/edit-roles";
import { RoleChoice } from "@/features/member/RoleChoice";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { sentence } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";

interface Props {
  workspace: Workspace;
  member: Member;
  opened: boolean;
  close: () => void;
}

/** Roles by selecting and deselecting (M-11). */
export function EditRolesDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.close} title={`Roles of ${props.member.user.name}`}>
      {props.opened && <RolesForm {...props} />}
    </Modal>
  );
}

function RolesForm({ workspace, member, close }: Props) {
  const [roles, setRoles] = useState(member.roles);
  const offered = [...new Set([...member.assignable, ...member.roles])].filter((role) => role !== "MEMBER");
  const lost = member.roles.filter((role) => !roles.includes(role));
  const save = useAct(() => editRoles(workspace.id, member.user.id, roles), {
    refresh: [workspaceKey(workspace.id)],
    says: `Roles of ${member.user.name} are saved.`,
    done: close,
  });
  return (
    <Stack>
      <RoleChoice roles={offered} value={roles} onChange={setRoles} />
      {member.self && lost.length > 0 && (
        <Alert color="yellow">
          <Text size="sm">You give up {lost.map(sentence).join(", ").toLowerCase()}. You cannot give it back to yourself.</Text>
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button onClick={() => save.mutate()} loading={save.isPending}>
          Save roles
        </Button>
      </Group>
    </Stack>
  );
}
