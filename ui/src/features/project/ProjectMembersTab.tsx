import { Checkbox, Group, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { can } from "@/api/can";
import type { Person, ProjectMember } from "@/api/types";
import { projectMembersQuery } from "@/features/project/api/project-members";
import { isOpen, useProject } from "@/features/project/use-project";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { Tag, Tags } from "@/shared/Tag";
import { ChooseMember } from "./parts/ChooseMember";
import { DropMember } from "./parts/DropMember";
import { SelectedMembers } from "./parts/SelectedMembers";

const SAYS = {
  PRIVATE: "The project is private: its creator and workspace admins see it. The chosen list waits until it is shared.",
  SHARED: "Its creator and the chosen members see it, and workspace admins.",
  PUBLIC: "Besides the chosen members everybody of the owning organization sees it, and partners' people with a role.",
};

/** Who was chosen into the project; several can be taken into another one at once. */
export function ProjectMembersTab() {
  const project = useProject();
  const members = useInfiniteQuery(projectMembersQuery(project.id));
  // As people, not ids: what became of them is said when some are off this list already.
  const [selected, setSelected] = useState<Person[]>([]);
  const edits = can(project, "PROJECT_EDIT");
  const toggle = (person: Person, on: boolean) =>
    setSelected((before) => (on ? [...before, person] : before.filter(({ id }) => id !== person.id)));
  return (
    <>
      <Text c="dimmed" mb="md" maw="46rem">
        {SAYS[project.visibility]}
      </Text>
      {edits && isOpen(project) && <ChooseMember project={project} />}
      {selected.length > 0 && <SelectedMembers project={project} people={selected} clear={() => setSelected([])} />}
      <InfiniteList
        label="Project members"
        query={members}
        columns={[edits ? picked(selected, toggle) : NAME, ...COLUMNS]}
        rowKey={({ user }) => user.id ?? user.name}
        empty={<EmptyState title="Nobody chosen yet" />}
      />
    </>
  );
}

const NAME: Column<ProjectMember> = { header: "Name", cell: ({ user }) => <PersonName person={user} /> };

/** The name with a box to tick, for those whom one may take along. */
function picked(selected: Person[], toggle: (person: Person, on: boolean) => void): Column<ProjectMember> {
  return {
    header: "Name",
    cell: ({ user }) =>
      user.id == null ? (
        <PersonName person={user} />
      ) : (
        <Group gap="sm" wrap="nowrap">
          <Checkbox
            aria-label={`Select ${user.name}`}
            checked={selected.some(({ id }) => id === user.id)}
            onChange={(event) => toggle(user, event.currentTarget.checked)}
          />
          <PersonName person={user} />
        </Group>
      ),
  };
}

const COLUMNS: Column<ProjectMember>[] = [
  { header: "Organization", cell: ({ user }) => user.organization?.name ?? "–" },
  {
    header: "Place",
    cell: ({ creator, chosen }) => (
      <Tags>
        {creator && <Tag tone="accent">Creator</Tag>}
        {chosen && <Tag>Chosen</Tag>}
      </Tags>
    ),
  },
  { header: "", cell: (member) => <DropMember member={member} /> },
];
