import { Button, Group, Stack } from "@mantine/core";
import type { Person, ProjectMemberOutcome } from "@/api/types";
import { OutcomeList } from "@/shared/OutcomeList";
import type { Tone } from "@/shared/Tag";

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
      <OutcomeList
        outcomes={outcomes.map(({ userId, outcome, detail }) => ({
          key: userId,
          what: people.find(({ id }) => id === userId)?.name ?? "",
          says: SAYS[outcome],
          detail,
        }))}
      />
      <Group justify="flex-end">
        <Button onClick={close}>Done</Button>
      </Group>
    </Stack>
  );
}
