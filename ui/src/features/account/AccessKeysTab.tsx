import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { AccessKey } from "@/api/types";
import { accessKeysKey, accessKeysQuery } from "@/features/account/api/access-keys";
import { deleteAccessKey } from "@/features/account/api/delete-access-key";
import { useMe } from "@/features/session/use-me";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import listClasses from "@/shared/list/list.module.css";
import type { Column } from "@/shared/list/ListTable";
import { useAct } from "@/shared/use-act";
import { When } from "@/shared/When";
import { NewAccessKeyDialog } from "./parts/NewAccessKeyDialog";

/** Secrets with which programs act for oneself. */
export function AccessKeysTab() {
  const keys = useInfiniteQuery(accessKeysQuery);
  const [making, { open, close }] = useDisclosure();
  const make = (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      New access key
    </Button>
  );
  return (
    <>
      <div className={listClasses.bar}>
        <Text c="dimmed">Programs use a key to act for you. It can do no more than you can, and ends when you delete it.</Text>
        <span className={listClasses.gap} />
        {make}
      </div>
      <InfiniteList
        label="Access keys"
        query={keys}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        empty={<EmptyState title="No access keys">Make one for a script, a notebook or a pipeline.</EmptyState>}
      />
      <NewAccessKeyDialog opened={making} close={close} />
    </>
  );
}

const COLUMNS: Column<AccessKey>[] = [
  { header: "Name", cell: ({ name }) => <Text fw={550}>{name}</Text> },
  { header: "Begins with", cell: ({ prefix }) => <Text ff="monospace">{prefix}…</Text> },
  { header: "Reaches", cell: ({ workspaces }) => <Reach ids={workspaces ?? null} /> },
  { header: "Last used", cell: ({ lastUsedAt }) => (lastUsedAt ? <When at={lastUsedAt} /> : "never") },
  { header: "Expires", cell: ({ expiresAt }) => (expiresAt ? <When at={expiresAt} /> : "never") },
  { header: "", cell: (key) => <Delete accessKey={key} /> },
];

function Reach({ ids }: { ids: string[] | null }) {
  const me = useMe();
  if (ids === null) return <>All you reach</>;
  return <>{ids.map((id) => me.workspaces.find((workspace) => workspace.id === id)?.name ?? "another workspace").join(", ")}</>;
}

function Delete({ accessKey }: { accessKey: AccessKey }) {
  const [opened, { open, close }] = useDisclosure();
  const remove = useAct(() => deleteAccessKey(accessKey.id), { refresh: [accessKeysKey], says: "The access key is deleted.", done: close });
  return (
    <>
      <Button variant="subtle" color="gray" size="xs" onClick={open}>
        Delete
      </Button>
      <ConfirmDialog title={`Delete ${accessKey.name}?`} opened={opened} close={close} confirm={() => remove.mutate()} pending={remove.isPending} action="Delete key">
        <Text>Programs that use it are refused with their next request.</Text>
      </ConfirmDialog>
    </>
  );
}
