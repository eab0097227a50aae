import { Button, Group, Stack, Text } from "@mantine/core";
import type { MemberOutcome } from "@/api/types";
import { absolute, CopyField } from "@/shared/CopyField";
import { Tag, type Tone } from "@/shared/Tag";
import classes from "./outcomes.module.css";

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
      <ul className={classes.list}>
        {outcomes.map(({ email, outcome, detail, link }) => (
          <li key={email}>
            <div className={classes.line}>
              <Text style={{ overflowWrap: "anywhere" }}>{email}</Text>
              <Tag tone={SAYS[outcome][1]}>{SAYS[outcome][0]}</Tag>
            </div>
            {detail && (
              <Text size="sm" c="dimmed">
                {detail}
              </Text>
            )}
            {link && <CopyField size="xs" value={absolute(link)} aria-label={`Invitation link for ${email}`} mt={4} />}
          </li>
        ))}
      </ul>
      <Group justify="flex-end">
        <Button variant="default" onClick={again}>
          Add more
        </Button>
        <Button onClick={close}>Done</Button>
      </Group>
    </Stack>
  );
}
