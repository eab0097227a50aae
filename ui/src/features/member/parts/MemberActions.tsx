import { useDisclosure } from "@mantine/hooks";
import { IconUserMinus, IconUserShield } from "@tabler/icons-react";
import { can } from "@/api/can";
import type { Member, Workspace } from "@/api/types";
import { RowMenu } from "@/shared/RowMenu";
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
      <RowMenu
        label={`Actions for ${member.user.name}`}
        actions={[
          mayEdit && { label: "Edit roles", icon: IconUserShield, act: edit.open },
          mayRemove && { label: "Remove", icon: IconUserMinus, danger: true, act: remove.open },
        ]}
      />
      <EditRolesDialog workspace={workspace} member={member} opened={editing} close={edit.close} />
      <RemoveMemberDialog workspace={workspace} member={member} opened={removing} close={remove.close} />
    </>
  );
}
