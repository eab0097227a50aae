import { Button, Group, Stack } from "@mantine/core";
import type { DatasetInvitationOutcome } from "@/api/types";
import { absolute, CopyField } from "@/shared/CopyField";
import { OutcomeList } from "@/shared/OutcomeList";
import type { Tone } from "@/shared/Tag";
import type { Invited } from "./InviteDialog";

const SAYS: Record<DatasetInvitationOutcome["outcome"], [string, Tone]> = {
  GRANTED: ["Holds it now", "good"],
  ASKED: ["Waits for approval", "warn"],
  HELD: ["Held as much already", "plain"],
  INVITED: ["Invited", "accent"],
  REFUSED: ["Refused", "danger"],
};

/** One line for each person and address. */
export function InviteOutcomes({ outcomes, names, close, again }: Invited & { close: () => void; again: () => void }) {
  return (
    <Stack>
      <OutcomeList
        outcomes={outcomes.map(({ who, outcome, detail, link }) => ({
          key: who,
          what: names[who] ?? who,
          says: SAYS[outcome],
          detail,
          more: link && <CopyField size="xs" value={absolute(link)} aria-label={`Invitation link for ${who}`} mt={4} />,
        }))}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={again}>
          Invite more
        </Button>
        <Button onClick={close}>Done</Button>
      </Group>
    </Stack>
  );
}
