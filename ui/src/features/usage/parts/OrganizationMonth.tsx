import { ActionIcon, Group, Text } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { OwnMonthlyUsage } from "@/api/types";
import { ownMonthlyUsageAddress, ownMonthlyUsageQuery } from "@/features/usage/api/own-monthly-usage";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { Part } from "@/shared/Part";
import { Tag } from "@/shared/Tag";
import { formatMonth, sentence } from "@/shared/text/format";
import { monthBefore, presentMonth } from "../months";
import { CsvButton } from "./CsvButton";
import { monthColumns } from "./month-columns";

/** What each of an organization's workspaces used in one month, and the plan on which that ended (C-05). */
export function OrganizationMonth({ organizationId }: { organizationId: string }) {
  const present = presentMonth();
  const [month, setMonth] = useState(present);
  const usage = useInfiniteQuery(ownMonthlyUsageQuery(organizationId, month));
  return (
    <Part
      title="By the month"
      lead="What each workspace used in a calendar month, in UTC. A byte that is stored for an hour is a byte-hour."
      action={<CsvButton address={ownMonthlyUsageAddress(organizationId, month)} />}
    >
      <Group gap="xs" mb="sm">
        <ActionIcon variant="default" aria-label="The month before" onClick={() => setMonth(monthBefore(month))}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <Text fw={550} miw="9rem" ta="center" aria-live="polite">
          {formatMonth(`${month}-01`)}
        </Text>
        <ActionIcon variant="default" aria-label="The month after" disabled={month >= present} onClick={() => setMonth(monthBefore(month, -1))}>
          <IconChevronRight size={18} />
        </ActionIcon>
        {month === present && <Tag>So far</Tag>}
      </Group>
      <InfiniteList
        label={`Usage in ${formatMonth(`${month}-01`)}`}
        query={usage}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nothing in this month">No workspace of yours was metered yet.</EmptyState>}
      />
    </Part>
  );
}

const COLUMNS: Column<OwnMonthlyUsage>[] = [
  {
    header: "Workspace",
    cell: ({ name, plan }) => (
      <>
        <Text component="span" fw={550}>
          {name}
        </Text>{" "}
        {plan && <Tag>{sentence(plan)}</Tag>}
      </>
    ),
  },
  ...monthColumns<OwnMonthlyUsage>(),
];
