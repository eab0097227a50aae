import { SegmentedControl } from "@mantine/core";

const SPANS = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
];

/** How many days are shown. */
export function SpanChoice({ value, onChange }: { value: string; onChange: (days: string) => void }) {
  return <SegmentedControl aria-label="Days shown" data={SPANS} value={value} onChange={onChange} size="xs" />;
}
