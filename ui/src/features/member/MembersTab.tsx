import { Button, Select } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus, IconUsersPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import type { Role } from "@/api/types";
import { InvitationList } from "@/features/invitation/InvitationList";
import { membersQuery } from "@/features/member/api/members";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ListBar } from "@/shared/list/ListBar";
import { useListSearch, useShown } from "@/shared/list/use-list-search";
import { sentence } from "@/shared/text/format";
import { AddMembersDialog } from "./parts/AddMembersDialog";
import { AddOrganizationDialog } from "./AddOrganizationDialog";
import { AdditionsUnderWay } from "./parts/AdditionsUnderWay";
import { memberColumns } from "./parts/member-columns";

const ROLES: Role[] = ["ADMIN", "DEVELOPER", "PROJECT_MANAGER", "ANNOTATION_MANAGER"];

/** Who is in the workspace, as far as one may see them (M-03), and the invitations one could have made. */
export function MembersTab() {
  const workspace = useWorkspace();
  const { q, sort } = useListSearch();
  const [role, setRole] = useShown(ROLES);
  const [adding, { open, close }] = useDisclosure();
  const members = useInfiniteQuery(membersQuery(workspace.id, { q, sort, role: role ?? undefined }));
  const mayAdd = can(workspace, "MEMBER_MANAGE");
  const [everybody, all] = useDisclosure();
  const add = mayAdd && (
    <>
      <Button variant="default" leftSection={<IconUsersPlus size={16} />} onClick={all.open}>
        Add an organization
      </Button>
      <Button leftSection={<IconPlus size={16} />} onClick={open}>
        Add members
      </Button>
    </>
  );
  return (
    <>
      <ListBar
        placeholder="Search by name or address"
        filters={
          <Select
            aria-label="Role"
            placeholder="Any role"
            clearable
            data={ROLES.map((value) => ({ value, label: sentence(value) }))}
            value={role}
            onChange={setRole}
            w={180}
          />
        }
      >
        {add}
      </ListBar>
      {mayAdd && <AdditionsUnderWay workspace={workspace} />}
      <InfiniteList
        label="Members"
        query={members}
        columns={memberColumns(workspace)}
        rowKey={({ user }) => user.id}
        empty={
          <EmptyState title={role ? "Nobody holds this role" : "Nobody to see here"}>
            You see people of the organizations that opened themselves to yours.
          </EmptyState>
        }
      />
      {mayAdd && <InvitationList workspace={workspace} kind="MEMBER" />}
      <AddMembersDialog opened={adding} close={close} />
      <AddOrganizationDialog workspace={workspace} opened={everybody} close={all.close} />
    </>
  );
}
