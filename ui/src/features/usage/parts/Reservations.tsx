import type { InfiniteData, QueryKey, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { Page } from "@/api/page";
import type { InferenceReservation } from "@/api/types";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { Part } from "@/shared/Part";
import { PersonName } from "@/shared/PersonName";
import { Tag, type Tone } from "@/shared/Tag";
import { formatAgo, formatCount, formatMinute } from "@/shared/text/format";
import { EndReservation } from "./EndReservation";

interface Props {
  query: UseInfiniteQueryResult<InfiniteData<Page<InferenceReservation>>>;
  end: (id: string) => Promise<unknown>;
  refresh: QueryKey[];
}

/** Who reserved how many files for inferring labels, and what became of it (O-20). */
export function Reservations({ query, end, refresh }: Props) {
  return (
    <Part
      title="Inferred files"
      lead="Programs that infer labels reserve files before, and give back what they did not use. What nothing is heard of is given back by itself, or ended here."
    >
      <InfiniteList
        label="Reservations"
        query={query}
        columns={[
          ...COLUMNS,
          { header: "", align: "right", cell: (reservation) => <EndReservation reservation={reservation} end={end} refresh={refresh} /> },
        ]}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nothing was reserved yet">Labels are inferred by programs that work with an access key.</EmptyState>}
      />
    </Part>
  );
}

const TONES: Record<InferenceReservation["state"], Tone> = { OPEN: "accent", SETTLED: "plain", EXPIRED: "warn", ENDED: "warn" };

const STATES: Record<InferenceReservation["state"], string> = { OPEN: "Reserved", SETTLED: "Done", EXPIRED: "Given back", ENDED: "Ended" };

const COLUMNS: Column<InferenceReservation>[] = [
  { header: "Dataset", cell: ({ dataset }) => dataset },
  { header: "By", cell: ({ reservedBy }) => <PersonName person={reservedBy} /> },
  {
    header: "State",
    cell: ({ state, expiresAt }) => (
      <Tag tone={TONES[state]} title={state === "OPEN" ? `Until ${formatMinute(expiresAt)}, unless more is heard of it` : undefined}>
        {STATES[state]}
      </Tag>
    ),
  },
  { header: "Reserved", align: "right", cell: ({ files }) => formatCount(files) },
  { header: "Inferred", align: "right", cell: ({ inferred }) => formatCount(inferred) },
  { header: "When", align: "right", cell: ({ reservedAt }) => formatAgo(reservedAt) },
];
