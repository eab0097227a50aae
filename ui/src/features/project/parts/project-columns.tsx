import { Text } from "@mantine/core";
import { can } from "@/api/can";
import type { Project } from "@/api/types";
import { isOver, periodText, today } from "@/features/project/period";
import { VisibilityTag } from "@/features/project/VisibilityTag";
import { AnchorLink } from "@/shared/links";
import type { Column } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { Tag, Tags } from "@/shared/Tag";
import { When } from "@/shared/When";
import { RestoreProject } from "./RestoreProject";

const NAME: Column<Project> = {
  header: "Name",
  sort: "name",
  cell: ({ id, workspaceId, name, description }) => (
    <div>
      <AnchorLink fw={550} c="var(--k-ink)" to="/workspaces/$workspaceId/projects/$projectId" params={{ workspaceId, projectId: id }}>
        {name}
      </AnchorLink>
      {description && (
        <Text size="sm" c="dimmed" lineClamp={1}>
          {description}
        </Text>
      )}
    </div>
  ),
};
const VISIBILITY: Column<Project> = { header: "Visibility", cell: ({ visibility }) => <VisibilityTag visibility={visibility} /> };
const CREATOR: Column<Project> = { header: "Creator", cell: ({ creator }) => <PersonName person={creator} /> };

/** What a list of projects says of each. */
export const projectColumns: Column<Project>[] = [
  NAME,
  VISIBILITY,
  { header: "Lead", cell: ({ lead }) => (lead ? <PersonName person={lead} /> : "–") },
  { header: "Period", cell: (project) => <PeriodCell project={project} /> },
  CREATOR,
  { header: "Created", sort: "created", cell: ({ createdAt }) => <When at={createdAt} /> },
];

/** The same in the trash: until when it can be restored. */
export const trashColumns: Column<Project>[] = [
  NAME,
  CREATOR,
  { header: "Deleted", cell: ({ trashedAt }) => trashedAt && <When at={trashedAt} /> },
  { header: "Gone for good", cell: ({ purgedAfter }) => purgedAfter && <When at={purgedAfter} /> },
  { header: "", cell: (project) => can(project, "PROJECT_CLOSE") && <RestoreProject project={project} /> },
];

function PeriodCell({ project }: { project: Project }) {
  const said = periodText(project);
  if (!said) return "–";
  return (
    <Tags>
      <Text component="span" inherit>
        {said}
      </Text>
      {isOver(project, today()) && !project.archived && <Tag tone="warn">Over</Tag>}
    </Tags>
  );
}
