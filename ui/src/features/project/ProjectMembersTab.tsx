import { Checkbox, Group, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { can } from "@/api/can";
import { itemsOf } from "@/api/page";
import type { ProjectMember } from "@/api/types";
import { projectMembersQuery } from "@/features/project/api/project-members";
import { useProject } from "@/features/project/use-project";
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
  const [selected, setSelected] = useState<string[]>([]);
  const edits = can(project, "PROJECT_EDIT");
  const known = itemsOf(members.data).filter(({ user }) => user.id != null && selected.includes(user.id));
  const toggle = (id: string, on: boolean) => setSelected((before) => (on ? [...before, id] : before.filter((one) => one !== id)));
  return (
    <>
      <Text c="dimmed" mb="md" maw="46rem">
        {SAYS[project.visibility]}
      </Text>
      {edits && !project.archived && !project.trashedAt && <ChooseMember project={project} />}
      {known.length > 0 && <SelectedMembers project={project} people={known.map(({ user }) => user)} clear={() => setSelected([])} />}
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
function picked(selected: string[], toggle: (id: string, on: boolean) => void): Column<ProjectMember> {
  return {
    header: "Name",
    cell: ({ user }) =>
      user.id == null ? (
        <PersonName person={user} />
      ) : (
        <Group gap="sm" wrap="nowrap">
          <Checkbox
            aria-label={`Select ${user.name}`}
            checked={selected.includes(user.id)}
            onChange={(event) => user.id != null && toggle(user.id, event.currentTarget.checked)}
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
