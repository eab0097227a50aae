import { Button, Group, Select, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import { itemsOf } from "@/api/page";
import type { Dataset, DatasetLevel, Person } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { datasetMembersQuery } from "@/features/dataset/api/dataset-members";
import { grantLevel } from "@/features/dataset/api/grant-level";
import { revokeLevel } from "@/features/dataset/api/revoke-level";
import { transferDataset } from "@/features/dataset/api/transfer-dataset";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { More, SkeletonRows } from "@/shared/list/InfiniteList";
import { PersonName } from "@/shared/PersonName";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { sentence } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import classes from "./levels.module.css";

const LEVELS: DatasetLevel[] = ["PREVIEWER", "VIEWER", "USER", "EDITOR", "ADMIN"];
const GRANTABLE = LEVELS.map((value) => ({ value, label: sentence(value) }));

/** The people with a level of their own, which dataset admins change and take back (T-15); the owner may pass the dataset on. */
export function Levels({ dataset }: { dataset: Dataset }) {
  const members = useInfiniteQuery(datasetMembersQuery(dataset.id));
  const refresh = [[...datasetKey(dataset.id), "members"]];
  const grant = useAct(({ user, level }: { user: string; level: DatasetLevel }) => grantLevel(dataset.id, user, level), { refresh, says: "Saved." });
  const revoke = useAct((user: string) => revokeLevel(dataset.id, user), { refresh, says: "The level is taken back." });
  if (members.isPending) return <SkeletonRows columns={2} rows={2} />;
  if (members.isError) return <ProblemNotice error={members.error} retry={() => void members.refetch()} />;
  return (
    <>
      <ul className={classes.list}>
        {itemsOf(members.data).map(({ user, level, owner }) => (
          <li key={user.id ?? user.name}>
            <PersonName person={user} organization />
            {owner || user.id === null ? (
              <Text c="dimmed">Dataset {sentence(level).toLowerCase()}</Text>
            ) : (
              <Group gap="xs">
                <Select
                  size="xs"
                  w={120}
                  aria-label={`Level of ${user.name}`}
                  data={GRANTABLE}
                  value={level}
                  allowDeselect={false}
                  onChange={(next) => user.id && next && grant.mutate({ user: user.id, level: next })}
                />
                {can(dataset, "DATASET_OWN") && <PassOn dataset={dataset} person={user} />}
                <Button variant="subtle" color="gray" size="xs" aria-label={`Take back the level of ${user.name}`} onClick={() => user.id && revoke.mutate(user.id)}>
                  Take back
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
      <More query={members} />
    </>
  );
}

/** Ownership passes by the owner's word alone (T-02). */
function PassOn({ dataset, person }: { dataset: Dataset; person: Person }) {
  const [opened, { open, close }] = useDisclosure();
  const pass = useAct(() => transferDataset(dataset.id, person.id ?? ""), {
    refresh: [datasetKey(dataset.id)],
    says: `${person.name} owns ${dataset.name} now.`,
    done: close,
  });
  return (
    <>
      <Button variant="subtle" color="gray" size="xs" aria-label={`Make ${person.name} the owner`} onClick={open}>
        Make owner
      </Button>
      <ConfirmDialog
        title={`Pass ${dataset.name} on to ${person.name}?`}
        opened={opened}
        close={close}
        confirm={() => pass.mutate()}
        pending={pass.isPending}
        action="Pass it on"
      >
        <Text>{person.name} becomes the dataset owner and decides on applications. You stay a dataset admin, and cannot take it back.</Text>
      </ConfirmDialog>
    </>
  );
}
