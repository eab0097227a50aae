import { Alert, Button, Group, Modal, Radio, Select, Stack, Text } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { can } from "@/api/can";
import { itemsOf } from "@/api/page";
import { problemOf } from "@/api/problem";
import type { Person, Project, ProjectMemberOutcome } from "@/api/types";
import { addProjectMembers } from "@/features/project/api/add-members";
import { dropImpactQuery } from "@/features/project/api/drop-impact";
import { projectKey } from "@/features/project/api/project";
import { projectsQuery } from "@/features/project/api/projects";
import { plural } from "@/shared/text/format";
import { refreshAll } from "@/shared/use-act";
import { DropTakes } from "./DropTakes";
import { MoveOutcomes } from "./MoveOutcomes";

interface Props {
  project: Project;
  people: Person[];
  opened: boolean;
  /** Whether something was done. */
  close: (done: boolean) => void;
}

/** Takes several people of one project into another, there only or leaving this one; each has an outcome. */
export function MoveMembersDialog({ project, people, opened, close }: Props) {
  const [outcomes, setOutcomes] = useState<ProjectMemberOutcome[] | null>(null);
  const title = outcomes ? "What became of them" : `${plural(people.length, "person", "people")} to another project`;
  return (
    <Modal opened={opened} onClose={() => close(outcomes !== null)} title={title} onExitTransitionEnd={() => setOutcomes(null)}>
      {outcomes ? (
        <MoveOutcomes people={people} outcomes={outcomes} close={() => close(true)} />
      ) : (
        opened && <MoveForm project={project} people={people} cancel={() => close(false)} done={setOutcomes} />
      )}
    </Modal>
  );
}

function MoveForm({ project, people, cancel, done }: { project: Project; people: Person[]; cancel: () => void; done: (outcomes: ProjectMemberOutcome[]) => void }) {
  const queryClient = useQueryClient();
  const ids = people.map(({ id }) => id ?? "");
  const [target, setTarget] = useState<string | null>(null);
  const [leave, setLeave] = useState("stay");
  const [heir, setHeir] = useState<string | null>(null);
  const projects = useInfiniteQuery(projectsQuery(project.workspaceId, { archived: false, sort: "name" }));
  const impact = useQuery({ ...dropImpactQuery(project.id, ids), enabled: leave === "leave" });
  const move = useMutation({
    mutationFn: (to: string) =>
      addProjectMembers(to, { users: ids, ...(leave === "leave" && { from: project.id, ...(heir && { handOverTo: heir }) }) }),
    onSuccess: async ({ outcomes }, to) => {
      done(outcomes);
      await refreshAll(queryClient, [projectKey(project.id), projectKey(to)]);
    },
  });
  const offered = itemsOf(projects.data).filter((one) => one.id !== project.id && can(one, "PROJECT_EDIT"));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (target) move.mutate(target);
      }}
    >
      <Stack>
        <Text>{people.map(({ name }) => name).join(", ")}</Text>
        <Select
          label="Project"
          placeholder="Choose a project that you may edit"
          searchable
          data={offered.map(({ id, name }) => ({ value: id, label: name }))}
          nothingFoundMessage={projects.isPending ? "Looking …" : "There is no other project that you may edit"}
          value={target}
          onChange={setTarget}
          data-autofocus
        />
        <Radio.Group label={`And in ${project.name}`} value={leave} onChange={setLeave}>
          <Stack gap="xs" mt="xs">
            <Radio value="stay" label="They stay" />
            <Radio value="leave" label="They leave it" description="Whoever cannot come to the other project stays here." />
          </Stack>
        </Radio.Group>
        {leave === "leave" && impact.data && (
          <Alert color="yellow" title={`Leaving ${project.name}`}>
            <DropTakes project={project} takes={impact.data.takes} leaving={ids} heir={heir} setHeir={setHeir} />
          </Alert>
        )}
        {move.error && (
          <Alert color="red" role="alert">
            <Text size="sm">{problemOf(move.error).message}</Text>
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={cancel}>
            Cancel
          </Button>
          <Button type="submit" loading={move.isPending} disabled={!target || (leave === "leave" && !impact.isSuccess)}>
            {leave === "leave" ? "Move" : "Add"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
