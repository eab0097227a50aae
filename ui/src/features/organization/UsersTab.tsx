import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { OrganizationUser } from "@/api/types";
import { usersQuery } from "@/features/organization/api/users";
import { useMe } from "@/features/session/use-me";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ListBar } from "@/shared/list/ListBar";
import type { Column } from "@/shared/list/ListTable";
import { useListSearch } from "@/shared/list/use-list-search";
import { Tag, Tags } from "@/shared/Tag";
import { formatDay } from "@/shared/text/format";
import { When } from "@/shared/When";
import { InviteUserDialog } from "./parts/InviteUserDialog";

/** Everybody with an account in the organization. */
export function UsersTab() {
  const me = useMe();
  const { q } = useListSearch();
  const [inviting, { open, close }] = useDisclosure();
  const users = useInfiniteQuery(usersQuery(me.organization.id, q));
  return (
    <>
      <ListBar placeholder="Search by name or address">
        <Button leftSection={<IconPlus size={16} />} onClick={open}>
          Invite a user
        </Button>
      </ListBar>
      <InfiniteList label="Users" query={users} columns={COLUMNS} rowKey={({ id }) => id} empty={<EmptyState title="Nobody here yet" />} />
      <InviteUserDialog opened={inviting} close={close} />
    </>
  );
}

const COLUMNS: Column<OrganizationUser>[] = [
  {
    header: "Name",
    cell: ({ name, email }) => (
      <div>
        <Text fw={550}>{name}</Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
          {email}
        </Text>
      </div>
    ),
  },
  {
    header: "State",
    cell: ({ administrator, locked }) => (
      <Tags>
        {administrator && <Tag tone="accent">Organization administrator</Tag>}
        {locked && <Tag tone="danger">Locked</Tag>}
        {!administrator && !locked && <Text c="dimmed">User</Text>}
      </Tags>
    ),
  },
  { header: "Last seen", cell: ({ lastSeenAt }) => (lastSeenAt ? <When at={lastSeenAt} /> : "never") },
  { header: "Joined", cell: ({ createdAt }) => formatDay(createdAt) },
];
