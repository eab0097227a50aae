import { Button, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import type { ProjectMember } from "@/api/types";
import { dropMember } from "@/features/project/api/drop-member";
import { projectKey } from "@/features/project/api/project";
import { projectMembersQuery } from "@/features/project/api/project-members";
import { useProject } from "@/features/project/use-project";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { Tag, Tags } from "@/shared/Tag";
import { useAct } from "@/shared/use-act";
import { ChooseMember } from "./parts/ChooseMember";

const SAYS = {
  PRIVATE: "The project is private: its creator and workspace admins see it. The chosen list waits until it is shared.",
  SHARED: "Its creator and the chosen members see it, and workspace admins.",
  PUBLIC: "Besides the chosen members everybody of the owning organization sees it, and partners' people with a role.",
};

/** Who was chosen into the project. */
export function ProjectMembersTab() {
  const project = useProject();
  const members = useInfiniteQuery(projectMembersQuery(project.id));
  return (
    <>
      <Text c="dimmed" mb="md" maw="46rem">
        {SAYS[project.visibility]}
      </Text>
      {can(project, "PROJECT_EDIT") && <ChooseMember project={project} />}
      <InfiniteList
        label="Project members"
        query={members}
        columns={COLUMNS}
        rowKey={({ user }) => user.id ?? user.name}
        empty={<EmptyState title="Nobody chosen yet" />}
      />
    </>
  );
}

const COLUMNS: Column<ProjectMember>[] = [
  { header: "Name", cell: ({ user }) => <PersonName person={user} /> },
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
  { header: "", cell: (member) => <Drop member={member} /> },
];

/** Takes somebody off the project; their grants in it end with it (K-08). */
function Drop({ member }: { member: ProjectMember }) {
  const project = useProject();
  const drop = useAct(() => dropMember(project.id, member.user.id ?? ""), {
    refresh: [projectKey(project.id)],
    says: `${member.user.name} is off the project.`,
  });
  if (!can(member, "PROJECT_MEMBER_REMOVE") || member.user.id === null) return null;
  return (
    <Button variant="subtle" color="gray" size="xs" loading={drop.isPending} onClick={() => drop.mutate()}>
      Take off
    </Button>
  );
}
