import { Button, Group, Stack, Text } from "@mantine/core";
import type { Person, ProjectMemberOutcome } from "@/api/types";
import { Tag, type Tone } from "@/shared/Tag";
import classes from "./move-outcomes.module.css";

const SAYS: Record<ProjectMemberOutcome["outcome"], [string, Tone]> = {
  ADDED: ["Added", "good"],
  MOVED: ["Moved", "good"],
  ALREADY_MEMBER: ["There already", "plain"],
  REFUSED: ["Stays", "danger"],
};

/** One line for each person: came along, or stayed and why. */
export function MoveOutcomes({ people, outcomes, close }: { people: Person[]; outcomes: ProjectMemberOutcome[]; close: () => void }) {
  return (
    <Stack>
      <ul className={classes.list}>
        {outcomes.map(({ userId, outcome, detail }) => (
          <li key={userId}>
            <div className={classes.line}>
              <Text>{people.find(({ id }) => id === userId)?.name}</Text>
              <Tag tone={SAYS[outcome][1]}>{SAYS[outcome][0]}</Tag>
            </div>
            {detail && (
              <Text size="sm" c="dimmed">
                {detail}
              </Text>
            )}
          </li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button onClick={close}>Done</Button>
      </Group>
    </Stack>
  );
}
