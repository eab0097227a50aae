import { Button, Text } from "@mantine/core";
import type { Project } from "@/api/types";
import { projectKey } from "@/features/project/api/project";
import { restoreProject } from "@/features/project/api/restore-project";
import { VisibilityTag } from "@/features/project/VisibilityTag";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { AnchorLink } from "@/shared/links";
import type { Column } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { useAct } from "@/shared/use-act";
import { When } from "@/shared/When";

export function projectColumns(workspaceId: string, trashed: boolean): Column<Project>[] {
  return [
    {
      header: "Name",
      sort: "name",
      cell: ({ id, name, description }) => (
        <div>
          {trashed ? (
            <Text fw={550}>{name}</Text>
          ) : (
            <AnchorLink fw={550} c="var(--k-ink)" to="/workspaces/$workspaceId/projects/$projectId" params={{ workspaceId, projectId: id }}>
              {name}
            </AnchorLink>
          )}
          {description && (
            <Text size="sm" c="dimmed" lineClamp={1}>
              {description}
            </Text>
          )}
        </div>
      ),
    },
    { header: "Visibility", cell: ({ visibility }) => <VisibilityTag visibility={visibility} /> },
    { header: "Creator", cell: ({ creator }) => <PersonName person={creator} /> },
    { header: "Created", sort: "created", cell: ({ createdAt }) => <When at={createdAt} /> },
    ...(trashed ? [{ header: "", cell: (project: Project) => <Restore project={project} /> }] : []),
  ];
}

/** Takes a project out of the trash. */
function Restore({ project }: { project: Project }) {
  const restore = useAct(() => restoreProject(project.id), {
    refresh: [projectKey(project.id), workspaceKey(project.workspaceId)],
    says: `${project.name} is restored.`,
  });
  return (
    <Button variant="default" size="xs" loading={restore.isPending} onClick={() => restore.mutate()}>
      Restore
    </Button>
  );
}
