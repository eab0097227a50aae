import { Text } from "@mantine/core";
import type { Project } from "@/api/types";
import { VisibilityTag } from "@/features/project/VisibilityTag";
import { AnchorLink } from "@/shared/links";
import type { Column } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { formatCount } from "@/shared/text/format";
import { When } from "@/shared/When";

export function projectColumns(workspaceId: string): Column<Project>[] {
  return [
    {
      header: "Name",
      sort: "name",
      cell: ({ id, name, description }) => (
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
    },
    { header: "Visibility", cell: ({ visibility }) => <VisibilityTag visibility={visibility} /> },
    { header: "Datasets", align: "right", cell: ({ counts }) => (counts.datasets == null ? "–" : formatCount(counts.datasets)) },
    { header: "Creator", cell: ({ creator }) => <PersonName person={creator} /> },
    { header: "Created", sort: "created", cell: ({ createdAt }) => <When at={createdAt} /> },
  ];
}
