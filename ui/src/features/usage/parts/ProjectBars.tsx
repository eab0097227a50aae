import { Progress, Text, VisuallyHidden } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { itemsOf, type Page } from "@/api/page";
import type { ProjectUsage } from "@/api/types";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { Tag } from "@/shared/Tag";
import { formatBytes, formatCount } from "@/shared/text/format";

/** Projects by what they store, largest first, each with a bar beside the largest. */
export function ProjectBars({ label, query }: { label: string; query: UseInfiniteQueryResult<InfiniteData<Page<ProjectUsage>>> }) {
  const largest = all(itemsOf(query.data)[0]);
  return <InfiniteList label={label} query={query} columns={columns(largest)} rowKey={({ id }) => id} empty={<EmptyState title="No projects yet" />} />;
}

const all = (project: ProjectUsage | undefined) => (project ? project.bytes + project.openBytes : 0);

const columns = (largest: number): Column<ProjectUsage>[] => [
  {
    header: "Project",
    cell: ({ name, trashed }) => (
      <>
        <Text component="span" fw={550}>
          {name}
        </Text>{" "}
        {trashed && <Tag tone="warn">In the trash</Tag>}
      </>
    ),
  },
  {
    header: "Share",
    width: "30%",
    cell: (project) => (
      <>
        <VisuallyHidden>{formatBytes(all(project))}</VisuallyHidden>
        <Progress.Root size="md" miw={80} aria-hidden>
          <Progress.Section value={part(project.bytes, largest)} />
          <Progress.Section value={part(project.openBytes, largest)} color="gray" />
        </Progress.Root>
      </>
    ),
  },
  { header: "Contents", align: "right", cell: ({ contents, openContents }) => formatCount(contents + openContents) },
  { header: "Stored", align: "right", cell: ({ bytes }) => formatBytes(bytes) },
  { header: "Open datasets", align: "right", cell: ({ openBytes }) => (openBytes === 0 ? "–" : formatBytes(openBytes)) },
];

const part = (bytes: number, largest: number) => (largest === 0 ? 0 : (100 * bytes) / largest);
