import { Modal, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { OwnWorkspace, ProjectSums } from "@/api/types";
import { projectSumsQuery } from "@/features/office/api/project-sums";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { formatBytes, formatCount } from "@/shared/text/format";

/** The projects of a workspace by name and sums (C-04). */
export function ProjectSumsDialog({ organizationId, workspace, opened, close }: { organizationId: string; workspace: OwnWorkspace; opened: boolean; close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} size="lg" title={`Projects of ${workspace.name}`}>
      {opened && <Sums organizationId={organizationId} workspaceId={workspace.id} />}
    </Modal>
  );
}

function Sums({ organizationId, workspaceId }: { organizationId: string; workspaceId: string }) {
  const projects = useInfiniteQuery(projectSumsQuery(organizationId, workspaceId));
  return <InfiniteList label="Projects" query={projects} columns={COLUMNS} rowKey={({ id }) => id} empty={<EmptyState title="No projects yet" />} />;
}

const COLUMNS: Column<ProjectSums>[] = [
  { header: "Project", cell: ({ name }) => <Text fw={550}>{name}</Text> },
  { header: "Datasets", align: "right", cell: ({ datasets }) => formatCount(datasets) },
  { header: "Items", align: "right", cell: ({ items }) => formatCount(items) },
  { header: "Size", align: "right", cell: ({ bytes }) => formatBytes(bytes) },
];
