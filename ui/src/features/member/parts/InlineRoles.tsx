import { Popover, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPencil } from "@tabler/icons-react";
import { can } from "@/api/can";
import type { Member, Workspace } from "@/api/types";
import { Tag, Tags } from "@/shared/Tag";
import { sentence } from "@/shared/text/format";
import classes from "./inline-roles.module.css";
import { RolesForm } from "./RolesForm";

/** A member's roles in the table; whoever may edit them does it there, by selecting and deselecting (M-11). */
export function InlineRoles({ workspace, member }: { workspace: Workspace; member: Member }) {
  const [opened, { toggle, close }] = useDisclosure();
  const roles = <RoleTags member={member} />;
  if (!can(member, "MEMBER_EDIT_ROLES")) return roles;
  return (
    <Popover opened={opened} onChange={(open) => !open && close()} position="bottom-start" width={320} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.roles} onClick={toggle} aria-label={`Change roles of ${member.user.name}`} aria-expanded={opened}>
          {roles}
          <IconPencil size={14} className={classes.pencil} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={`Roles of ${member.user.name}`}>
        {opened && <RolesForm workspace={workspace} member={member} close={close} />}
      </Popover.Dropdown>
    </Popover>
  );
}

function RoleTags({ member: { owner, roles } }: { member: Member }) {
  return (
    <Tags>
      {owner && <Tag tone="accent">Workspace owner</Tag>}
      {roles.map((role) => (
        <Tag key={role}>{sentence(role)}</Tag>
      ))}
      {!owner && roles.length === 0 && <Text c="dimmed">Member</Text>}
    </Tags>
  );
}
