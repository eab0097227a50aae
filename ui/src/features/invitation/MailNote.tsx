import { Text } from "@mantine/core";
import type { InvitationMail } from "@/api/types";
import { formatMinute } from "@/shared/text/format";

const SAID: Record<InvitationMail["state"], string | null> = {
  NOT_CONFIGURED: null,
  PENDING: "Mail on its way",
  SENT: "Mailed",
  FAILED: "Mail failed: hand over the link, or invite again",
  DROPPED: null,
};

/** What became of the mail with the link, where one was to be sent. */
export function MailNote({ mail: { state, attempts, at } }: { mail: InvitationMail }) {
  const said = SAID[state];
  if (!said) return null;
  const tries = state === "PENDING" && attempts > 1 ? `, tried ${attempts} times` : "";
  return (
    <Text size="sm" c={state === "FAILED" ? "red" : "dimmed"} title={at ? formatMinute(at) : undefined}>
      {said}
      {tries}
    </Text>
  );
}
