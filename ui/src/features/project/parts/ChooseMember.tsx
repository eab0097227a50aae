import { Button, Group, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Project } from "@/api/types";
import { chooseMember } from "@/features/project/api/choose-member";
import { projectKey } from "@/features/project/api/project";
import { projectCandidatesQuery } from "@/features/project/api/project-candidates";
import { useAct } from "@/shared/use-act";

/** Chooses a member of the workspace into the project. */
export function ChooseMember({ project }: { project: Project }) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const [looked] = useDebouncedValue(typed, 200);
  const candidates = useQuery(projectCandidatesQuery(project.id, looked));
  const choose = useAct((user: string) => chooseMember(project.id, user), {
    refresh: [projectKey(project.id)],
    says: "Chosen.",
    done: () => {
      setChosen(null);
      setTyped("");
    },
  });
  const people = candidates.data?.items.filter(({ id }) => id !== null) ?? [];
  return (
    <Group mb="md" gap="xs">
      <Select
        aria-label="Choose a member"
        placeholder="Choose a member of the workspace"
        w={{ base: "100%", xs: 320 }}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        data={people.map(({ id, name, organization }) => ({
          value: id ?? "",
          label: organization ? `${name} · ${organization.name}` : name,
        }))}
        filter={({ options }) => options}
        nothingFoundMessage={candidates.isPending ? "Looking …" : "Nobody else can be chosen"}
        value={chosen}
        onChange={setChosen}
      />
      <Button disabled={!chosen} loading={choose.isPending} onClick={() => chosen && choose.mutate(chosen)}>
        Add to project
      </Button>
    </Group>
  );
}
