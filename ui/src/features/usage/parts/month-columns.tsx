import type { MonthlyUsage } from "@/api/types";
import type { Column } from "@/shared/list/ListTable";
import { formatByteHours, formatBytes, formatCount } from "@/shared/text/format";

/** The figures of a month, as they stand in a bill. */
export const monthColumns = <T extends Omit<MonthlyUsage, "month" | "over">>(): Column<T>[] => [
  { header: "Stored over time", align: "right", cell: ({ byteHours }) => formatByteHours(byteHours) },
  { header: "Most at once", align: "right", cell: ({ peakBytes }) => formatBytes(peakBytes) },
  { header: "Inferred files", align: "right", cell: ({ inferredFiles }) => formatCount(inferredFiles) },
  { header: "Active members", align: "right", cell: ({ activeMembers }) => formatCount(activeMembers) },
];
