import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { Member, Workspace } from "@/api/types";
import { editRoles } from "@/features/member/api/edit-roles";
import { RoleChoice } from "@/features/member/RoleChoice";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { sentence } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";

/** A member's roles to tick; says what giving up one's own means (M-11). */
export function RolesForm({ workspace, member, close }: { workspace: Workspace; member: Member; close: () => void }) {
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
