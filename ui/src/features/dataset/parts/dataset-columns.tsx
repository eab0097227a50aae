import { Text } from "@mantine/core";
import type { Dataset } from "@/api/types";
import { DatasetVisibilityTag } from "@/features/dataset/DatasetVisibilityTag";
import { AnchorLink } from "@/shared/links";
import type { Column } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { formatBytes, formatCount } from "@/shared/text/format";
import { When } from "@/shared/When";

/** What every list of datasets shows of one, open ones of strangers included. */
type Listed = Pick<Dataset, "id" | "workspaceId" | "name" | "description" | "items" | "bytes" | "latest" | "createdAt">;

export const nameColumn: Column<Listed> = {
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
};

export const figureColumns: Column<Listed>[] = [
  { header: "Items", align: "right", cell: ({ items }) => formatCount(items) },
  { header: "Size", align: "right", cell: ({ bytes }) => formatBytes(bytes) },
  { header: "Version", align: "right", cell: ({ latest }) => (latest == null ? "none yet" : `v${latest}`) },
];

export const createdColumn: Column<Listed> = { header: "Created", sort: "created", cell: ({ createdAt }) => <When at={createdAt} /> };

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
    nameColumn,
    ...(withProject ? [project] : []),
    { header: "Visibility", cell: ({ visibility }) => <DatasetVisibilityTag visibility={visibility} /> },
    ...figureColumns,
    { header: "Owner", cell: ({ owner }) => <PersonName person={owner} /> },
    createdColumn,
  ];
}
