import { Alert, Badge, Group, Text } from "@mantine/core";
import type { AddressList } from "@/api/types";
import { plural } from "@/shared/text/format";

const SHOWN = 12;

/** What a pasted list was understood as, before anything is sent. */
export function Understood({ addresses, unreadable }: AddressList) {
  if (addresses.length === 0 && unreadable.length === 0) return null;
  return (
    <>
      {addresses.length > 0 && (
        <div aria-live="polite">
          <Text size="sm" c="dimmed" mb={6}>
            Understood as {plural(addresses.length, "address", "addresses")}
          </Text>
          <Group gap={6}>
            {addresses.slice(0, SHOWN).map(({ email, name }) => (
              <Badge key={email} variant="default" tt="none" fw={450} maw="100%" title={email}>
                {name ? `${name} · ${email}` : email}
              </Badge>
            ))}
            {addresses.length > SHOWN && <Text size="sm">and {addresses.length - SHOWN} more</Text>}
          </Group>
        </div>
      )}
      {unreadable.length > 0 && (
        <Alert color="yellow" role="status">
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            Not an address, and left out: {unreadable.slice(0, 5).join(", ")}
            {unreadable.length > 5 && ` and ${unreadable.length - 5} more`}
          </Text>
        </Alert>
      )}
    </>
  );
}
