import { ActionIcon, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDots, IconUserMinus, IconUserShield } from "@tabler/icons-react";
import { can } from "@/api/can";
import type { Member, Workspace } from "@/api/types";
import { EditRolesDialog } from "./EditRolesDialog";
import { RemoveMemberDialog } from "./RemoveMemberDialog";

/** What one may do with a member: their roles, their leaving. */
export function MemberActions({ workspace, member }: { workspace: Workspace; member: Member }) {
  const [editing, edit] = useDisclosure();
  const [removing, remove] = useDisclosure();
  const mayEdit = can(member, "MEMBER_EDIT_ROLES");
  const mayRemove = can(member, "MEMBER_REMOVE") && !member.self;
  if (!mayEdit && !mayRemove) return null;
  return (
    <>
      <Menu position="bottom-end" width={190}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${member.user.name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayEdit && (
            <Menu.Item leftSection={<IconUserShield size={16} />} onClick={edit.open}>
              Edit roles
            </Menu.Item>
          )}
          {mayRemove && (
            <Menu.Item leftSection={<IconUserMinus size={16} />} color="red" onClick={remove.open}>
              Remove
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <EditRolesDialog workspace={workspace} member={member} opened={editing} close={edit.close} />
      <RemoveMemberDialog workspace={workspace} member={member} opened={removing} close={remove.close} />
    </>
  );
}
