import { Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { MonthlyUsage } from "@/api/types";
import { monthlyUsageAddress, monthlyUsageQuery } from "@/features/usage/api/monthly-usage";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { Part } from "@/shared/Part";
import { Tag } from "@/shared/Tag";
import { formatMonth } from "@/shared/text/format";
import { CsvButton } from "./CsvButton";
import { monthColumns } from "./month-columns";

/** What a workspace used by the month: the unit of its bill. */
export function WorkspaceMonths({ workspaceId }: { workspaceId: string }) {
  const months = useInfiniteQuery(monthlyUsageQuery(workspaceId));
  return (
    <Part
      title="By the month"
      lead="Calendar months in UTC, kept for as long as the workspace is there. A byte that is stored for an hour is a byte-hour; open datasets do not count."
      action={<CsvButton address={monthlyUsageAddress(workspaceId)} />}
    >
      <InfiniteList label="Usage by the month" query={months} columns={COLUMNS} rowKey={({ month }) => month} empty={<EmptyState title="No month yet" />} />
    </Part>
  );
}

const COLUMNS: Column<MonthlyUsage>[] = [
  {
    header: "Month",
    cell: ({ month, over }) => (
      <>
        <Text component="span" fw={550}>
          {formatMonth(month)}
        </Text>{" "}
        {!over && <Tag>So far</Tag>}
      </>
    ),
  },
  ...monthColumns<MonthlyUsage>(),
];
