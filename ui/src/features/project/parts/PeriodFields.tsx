import { SimpleGrid, TextInput } from "@mantine/core";

interface Field {
  value?: string;
  onChange?: (event: React.ChangeEvent<HTMLInputElement>) => void;
  error?: React.ReactNode;
}

/** The first and the last day; either may stay open. */
export function PeriodFields({ startsOn, endsOn }: { startsOn: Field; endsOn: Field }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      <TextInput type="date" label="Starts on" {...startsOn} />
      <TextInput type="date" label="Ends on" {...endsOn} />
    </SimpleGrid>
  );
}
