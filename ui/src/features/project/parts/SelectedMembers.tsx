import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowRight } from "@tabler/icons-react";
import type { Person, Project } from "@/api/types";
import { plural } from "@/shared/text/format";
import { MoveMembersDialog } from "./MoveMembersDialog";

/** What can be done with the people who are ticked. */
export function SelectedMembers({ project, people, clear }: { project: Project; people: Person[]; clear: () => void }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <Group mb="sm" gap="xs" role="status">
      <Text size="sm" fw={550}>
        {plural(people.length, "person", "people")} selected
      </Text>
      <Button size="xs" rightSection={<IconArrowRight size={14} />} onClick={open}>
        To another project
      </Button>
      <Button size="xs" variant="subtle" color="gray" onClick={clear}>
        Clear
      </Button>
      <MoveMembersDialog
        project={project}
        people={people}
        opened={opened}
        close={(done) => {
          close();
          if (done) clear();
        }}
      />
    </Group>
  );
}
