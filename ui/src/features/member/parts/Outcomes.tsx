import { Button, Group, Stack } from "@mantine/core";
import type { MemberOutcome } from "@/api/types";
import { absolute, CopyField } from "@/shared/CopyField";
import { OutcomeList } from "@/shared/OutcomeList";
import type { Tone } from "@/shared/Tag";

const SAYS: Record<MemberOutcome["outcome"], [string, Tone]> = {
  ADDED: ["Added", "good"],
  ROLES_ADDED: ["Roles added", "good"],
  INVITED: ["Invited", "accent"],
  ALREADY_MEMBER: ["Already a member", "plain"],
  REFUSED: ["Refused", "danger"],
};

/** One line per address: added, invited with a link to hand over, or refused with the reason. */
export function Outcomes({ outcomes, close, again }: { outcomes: MemberOutcome[]; close: () => void; again: () => void }) {
  return (
    <Stack>
      <OutcomeList
        outcomes={outcomes.map(({ email, outcome, detail, link }) => ({
          key: email,
          what: email,
          says: SAYS[outcome],
          detail,
          more: link && <CopyField size="xs" value={absolute(link)} aria-label={`Invitation link for ${email}`} mt={4} />,
        }))}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={again}>
          Add more
        </Button>
        <Button onClick={close}>Done</Button>
      </Group>
    </Stack>
  );
}
