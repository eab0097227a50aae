import { Button, Group, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { lastDays, statisticsAddress, statisticsQuery } from "@/features/statistic/api/statistics";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { EmptyState } from "@/shared/EmptyState";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatBytes, formatCount } from "@/shared/text/format";
import { ChartSkeletons } from "./parts/ChartSkeletons";
import { DayChart } from "./parts/DayChart";
import { OrganizationTable } from "./parts/OrganizationTable";
import { ProjectTable } from "./parts/ProjectTable";
import { SpanChoice } from "./parts/SpanChoice";
import classes from "./parts/statistic.module.css";

/** How a workspace grows and what is done in it, day by day, for its admins. */
export function StatisticsTab() {
  const workspace = useWorkspace();
  const [length, setLength] = useState("30");
  const span = lastDays(Number(length));
  const statistics = useQuery({ ...statisticsQuery(workspace.id, span), placeholderData: (before) => before });
  if (statistics.isError) return <ProblemNotice error={statistics.error} retry={() => void statistics.refetch()} />;
  const { days = [], projects = [], organizations = [] } = statistics.data ?? {};
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <SpanChoice value={length} onChange={setLength} />
        <Button
          component="a"
          href={statisticsAddress(workspace.id, span)}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={16} stroke={1.7} />}
        >
          As CSV
        </Button>
      </Group>
      {statistics.isPending ? (
        <ChartSkeletons />
      ) : days.length === 0 ? (
        <EmptyState title="Nothing was counted yet">Figures are counted every hour; the first ones are here soon.</EmptyState>
      ) : (
        <>
          <div className={classes.grid}>
            <DayChart title="Storage" days={days} lines={[["Counted", "bytes"], ["Open datasets", "openBytes"]]} format={formatBytes} />
            <DayChart title="Items" days={days} lines={[["Items", "items"]]} format={formatCount} />
            <DayChart title="People" days={days} lines={[["Members", "members"], ["Active", "active"]]} format={formatCount} />
            <DayChart title="Actions" days={days} lines={[["Actions", "actions"]]} format={formatCount} bars />
            <DayChart
              title="Projects by state"
              days={days}
              lines={[["Ongoing", "ongoing"], ["Archived", "archived"], ["In the trash", "trashed"]]}
              format={formatCount}
            />
            <DayChart title="Datasets and versions" days={days} lines={[["Datasets", "datasets"], ["Versions", "versions"]]} format={formatCount} />
          </div>
          <ProjectTable workspaceId={workspace.id} projects={projects} />
          <OrganizationTable workspaceId={workspace.id} organizations={organizations} />
          <Text size="sm" c="dimmed">
            Days are in UTC. Figures are kept as they were counted, also after a purge.
          </Text>
        </>
      )}
    </Stack>
  );
}
