import { Text } from "@mantine/core";
import type { Person } from "@/api/types";

/** A person's name; somebody one may not see is set apart (O-05). */
export function PersonName({ person, organization = false }: { person: Person; organization?: boolean }) {
  return (
    <Text component="span" inherit fs={person.id === null ? "italic" : undefined} c={person.id === null ? "dimmed" : undefined}>
      {person.name}
      {organization && person.organization && (
        <Text component="span" inherit c="dimmed" fs="normal">
          {" "}
          · {person.organization.name}
        </Text>
      )}
    </Text>
  );
}
