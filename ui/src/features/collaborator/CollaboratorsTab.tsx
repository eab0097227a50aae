import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import { collaboratorsQuery } from "@/features/collaborator/api/collaborators";
import { InvitationList } from "@/features/invitation/InvitationList";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ListBar } from "@/shared/list/ListBar";
import { useListSearch } from "@/shared/list/use-list-search";
import { collaboratorColumns } from "./parts/collaborator-columns";
import { InviteCollaboratorDialog } from "./parts/InviteCollaboratorDialog";

/** The organizations that work in the workspace, as far as one may see them (K-03). */
export function CollaboratorsTab() {
  const workspace = useWorkspace();
  const { q } = useListSearch();
  const [inviting, { open, close }] = useDisclosure();
  const collaborators = useInfiniteQuery(collaboratorsQuery(workspace.id, q));
  const mayInvite = can(workspace, "COLLABORATOR_MANAGE");
  return (
    <>
      <ListBar placeholder="Search organizations">
        {mayInvite && (
          <Button leftSection={<IconPlus size={16} />} onClick={open}>
            Invite an organization
          </Button>
        )}
      </ListBar>
      <InfiniteList
        label="Collaborators"
        query={collaborators}
        columns={collaboratorColumns(workspace)}
        rowKey={({ organization }) => organization.id}
        empty={<EmptyState title="No partners yet">Invite an organization that brings data, runs projects or annotates.</EmptyState>}
      />
      {mayInvite && <InvitationList workspace={workspace} kind="COLLABORATOR" />}
      <InviteCollaboratorDialog opened={inviting} close={close} />
    </>
  );
}
