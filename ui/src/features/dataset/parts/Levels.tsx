import { Button, Group, Select, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { itemsOf } from "@/api/page";
import type { Dataset, DatasetLevel } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { datasetMembersQuery } from "@/features/dataset/api/dataset-members";
import { grantLevel } from "@/features/dataset/api/grant-level";
import { revokeLevel } from "@/features/dataset/api/revoke-level";
import { projectMembersQuery } from "@/features/project/api/project-members";
import { More, SkeletonRows } from "@/shared/list/InfiniteList";
import { PersonName } from "@/shared/PersonName";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { sentence } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import classes from "./levels.module.css";

const LEVELS: DatasetLevel[] = ["PREVIEWER", "VIEWER", "USER", "EDITOR", "ADMIN"];
const GRANTABLE = LEVELS.map((value) => ({ value, label: sentence(value) }));

/** The people with a level of their own, and a way to give one to a project member. */
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
              <Group gap="xs" wrap="nowrap">
                <Select
                  size="xs"
                  w={120}
                  aria-label={`Level of ${user.name}`}
                  data={GRANTABLE}
                  value={level}
                  allowDeselect={false}
                  onChange={(next) => user.id && next && grant.mutate({ user: user.id, level: next })}
                />
                <Button variant="subtle" color="gray" size="xs" onClick={() => user.id && revoke.mutate(user.id)}>
                  Take back
                </Button>
              </Group>
            )}
          </li>
        ))}
      </ul>
      <More query={members} />
      {dataset.project && <Give dataset={dataset} project={dataset.project.id} give={(user, level) => grant.mutate({ user, level })} pending={grant.isPending} />}
    </>
  );
}

interface GiveProps {
  dataset: Dataset;
  project: string;
  give: (user: string, level: DatasetLevel) => void;
  pending: boolean;
}

function Give({ dataset, project, give, pending }: GiveProps) {
  const [user, setUser] = useState<string | null>(null);
  const [level, setLevel] = useState<DatasetLevel>("EDITOR");
  const people = useInfiniteQuery(projectMembersQuery(project));
  const data = itemsOf(people.data)
    .filter((member) => member.user.id !== null && member.user.id !== dataset.owner.id)
    .map((member) => ({ value: member.user.id ?? "", label: member.user.name }));
  return (
    <Group mt="md" gap="xs">
      <Select aria-label="Person" placeholder="A member of the project" data={data} searchable value={user} onChange={setUser} w={220} nothingFoundMessage="Nobody else is chosen in the project" />
      <Select aria-label="Level" data={GRANTABLE} value={level} onChange={(next) => setLevel(next ?? "EDITOR")} allowDeselect={false} w={120} />
      <Button
        variant="default"
        disabled={!user}
        loading={pending}
        onClick={() => {
          if (user) give(user, level);
          setUser(null);
        }}
      >
        Give level
      </Button>
    </Group>
  );
}
