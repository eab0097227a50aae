import { Button, Select } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type UserFilter, usersQuery } from "@/features/organization/api/users";
import { useMe } from "@/features/session/use-me";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ListBar } from "@/shared/list/ListBar";
import { useListSearch, useShown } from "@/shared/list/use-list-search";
import { InviteUserDialog } from "./parts/InviteUserDialog";
import { userColumns } from "./parts/user-columns";

const STATES = [
  { value: "ADMINISTRATOR", label: "Administrators" },
  { value: "LOCKED", label: "Locked" },
] as const;

/** Everybody with an account in the organization, and what an administrator does with it (C-06). */
export function UsersTab() {
  const me = useMe();
  const { q, sort } = useListSearch();
  const [state, setState] = useShown<NonNullable<UserFilter["state"]>>(STATES.map(({ value }) => value));
  const [inviting, { open, close }] = useDisclosure();
  const users = useInfiniteQuery(usersQuery(me.organization.id, { q, sort, state: state ?? undefined }));
  return (
    <>
      <ListBar
        placeholder="Search by name or address"
        filters={<Select aria-label="State" placeholder="Everybody" clearable data={STATES} value={state} onChange={setState} w={180} />}
      >
        <Button leftSection={<IconPlus size={16} />} onClick={open}>
          Invite a user
        </Button>
      </ListBar>
      <InfiniteList
        label="Users"
        query={users}
        columns={userColumns(me)}
        rowKey={({ id }) => id}
        empty={<EmptyState title={state === "LOCKED" ? "Nobody is locked" : "Nobody here yet"} />}
      />
      <InviteUserDialog opened={inviting} close={close} />
    </>
  );
}
