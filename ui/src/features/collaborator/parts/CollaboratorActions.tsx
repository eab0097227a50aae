import { useDisclosure } from "@mantine/hooks";
import { IconBriefcase2, IconTags, IconTrash, IconUsersPlus } from "@tabler/icons-react";
import { can } from "@/api/can";
import type { Collaborator, Workspace } from "@/api/types";
import { AddOrganizationDialog } from "@/features/member/AddOrganizationDialog";
import { RowMenu } from "@/shared/RowMenu";
import { EditAccessDialog } from "./EditAccessDialog";
import { EditTypesDialog } from "./EditTypesDialog";
import { RemoveCollaboratorDialog } from "./RemoveCollaboratorDialog";

/** What one may do with a collaborator: types, projects, its end. */
export function CollaboratorActions({ workspace, collaborator }: { workspace: Workspace; collaborator: Collaborator }) {
  const [typing, types] = useDisclosure();
  const [granting, access] = useDisclosure();
  const [adding, add] = useDisclosure();
  const [removing, remove] = useDisclosure();
  const mayType = can(collaborator, "COLLABORATOR_EDIT_TYPES");
  const mayGrant = can(collaborator, "COLLABORATOR_EDIT_ACCESS");
  const mayRemove = can(collaborator, "COLLABORATOR_REMOVE");
  const mayAdd = can(workspace, "MEMBER_MANAGE");
  if (!mayType && !mayGrant && !mayRemove && !mayAdd) return null;
  const props = { workspace, collaborator };
  return (
    <>
      <RowMenu
        label={`Actions for ${collaborator.organization.name}`}
        actions={[
          mayType && { label: "Edit types", icon: IconTags, act: types.open },
          mayGrant && { label: "Edit project access", icon: IconBriefcase2, act: access.open },
          mayAdd && { label: "Add all its people", icon: IconUsersPlus, act: add.open },
          mayRemove && { label: "Remove", icon: IconTrash, danger: true, act: remove.open },
        ]}
      />
      <EditTypesDialog {...props} opened={typing} close={types.close} />
      <EditAccessDialog {...props} opened={granting} close={access.close} />
      <AddOrganizationDialog workspace={workspace} organization={collaborator.organization} opened={adding} close={add.close} />
      <RemoveCollaboratorDialog {...props} opened={removing} close={remove.close} />
    </>
  );
}
