import { ActionIcon, Menu } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconBriefcase2, IconDots, IconTags, IconTrash } from "@tabler/icons-react";
import { can } from "@/api/can";
import type { Collaborator, Workspace } from "@/api/types";
import { EditAccessDialog } from "./EditAccessDialog";
import { EditTypesDialog } from "./EditTypesDialog";
import { RemoveCollaboratorDialog } from "./RemoveCollaboratorDialog";

/** What one may do with a collaborator: types, projects, its end. */
export function CollaboratorActions({ workspace, collaborator }: { workspace: Workspace; collaborator: Collaborator }) {
  const [typing, types] = useDisclosure();
  const [granting, access] = useDisclosure();
  const [removing, remove] = useDisclosure();
  const mayType = can(collaborator, "COLLABORATOR_EDIT_TYPES");
  const mayGrant = can(collaborator, "COLLABORATOR_EDIT_ACCESS");
  const mayRemove = can(collaborator, "COLLABORATOR_REMOVE");
  if (!mayType && !mayGrant && !mayRemove) return null;
  const props = { workspace, collaborator };
  return (
    <>
      <Menu position="bottom-end" width={210}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions for ${collaborator.organization.name}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayType && (
            <Menu.Item leftSection={<IconTags size={16} />} onClick={types.open}>
              Edit types
            </Menu.Item>
          )}
          {mayGrant && (
            <Menu.Item leftSection={<IconBriefcase2 size={16} />} onClick={access.open}>
              Edit project access
            </Menu.Item>
          )}
          {mayRemove && (
            <Menu.Item leftSection={<IconTrash size={16} />} color="red" onClick={remove.open}>
              Remove
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <EditTypesDialog {...props} opened={typing} close={types.close} />
      <EditAccessDialog {...props} opened={granting} close={access.close} />
      <RemoveCollaboratorDialog {...props} opened={removing} close={remove.close} />
    </>
  );
}
