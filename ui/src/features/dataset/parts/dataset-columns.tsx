import { Text } from "@mantine/core";
import type { Dataset } from "@/api/types";
import { DatasetVisibilityTag } from "@/features/dataset/DatasetVisibilityTag";
import { AnchorLink } from "@/shared/links";
import type { Column } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { formatBytes, formatCount } from "@/shared/text/format";
import { When } from "@/shared/When";

/** The columns of any list of datasets; where the list spans projects, the project is one of them. */
export function datasetColumns({ withProject }: { withProject: boolean }): Column<Dataset>[] {
  const project: Column<Dataset> = {
    header: "Project",
    cell: ({ workspaceId, project: seen }) =>
      seen && (
        <AnchorLink inherit to="/workspaces/$workspaceId/projects/$projectId" params={{ workspaceId, projectId: seen.id }}>
          {seen.name}
        </AnchorLink>
      ),
  };
  return [
    {
      header: "Name",
      sort: "name",
      cell: ({ id, workspaceId, name, description }) => (
        <div>
          <AnchorLink fw={550} c="var(--k-ink)" to="/workspaces/$workspaceId/datasets/$datasetId" params={{ workspaceId, datasetId: id }}>
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
    ...(withProject ? [project] : []),
    { header: "Visibility", cell: ({ visibility }) => <DatasetVisibilityTag visibility={visibility} /> },
    { header: "Items", align: "right", cell: ({ items }) => formatCount(items) },
    { header: "Size", align: "right", cell: ({ bytes }) => formatBytes(bytes) },
    { header: "Version", align: "right", cell: ({ latest }) => (latest == null ? "none yet" : `v${latest}`) },
    { header: "Owner", cell: ({ owner }) => <PersonName person={owner} /> },
    { header: "Created", sort: "created", cell: ({ createdAt }) => <When at={createdAt} /> },
  ];
}
