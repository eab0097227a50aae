import { Checkbox, Stack } from "@mantine/core";
import type { CollaborationType } from "@/api/types";
import { sentence } from "@/shared/text/format";

const SAYS: Record<string, string> = {
  DATA_PARTNER: "Shares the responsibility of providing data.",
  PRODUCER_PARTNER: "Runs projects and deliveries.",
  ANNOTATION_PARTNER: "Provides workforce for annotation.",
};

interface Props {
  types: CollaborationType[];
  value: CollaborationType[];
  onChange: (types: CollaborationType[]) => void;
  error?: string | null;
}

/** Collaboration types to tick; only those that one may give are offered (K-04). */
export function TypeChoice({ types, value, onChange, error }: Props) {
  return (
    <Checkbox.Group label="It works here as" value={value} onChange={(ticked) => onChange(types.filter((type) => ticked.includes(type)))} error={error}>
      <Stack gap="xs" mt="xs">
        {types.map((type) => (
          <Checkbox key={type} value={type} label={sentence(type)} description={SAYS[type]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
