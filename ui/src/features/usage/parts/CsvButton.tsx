import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";

/** Takes a list home as lines of comma-separated values. */
export function CsvButton({ address }: { address: string }) {
  return (
    <Button component="a" href={address} download variant="default" size="xs" leftSection={<IconDownload size={16} stroke={1.7} />}>
      As CSV
    </Button>
  );
}
