import { Text } from "@mantine/core";
import type { InvitationByToken } from "@/api/types";
import { GateLayout } from "@/features/session/GateLayout";
import { AnchorLink } from "@/shared/links";
import { formatDay } from "@/shared/text/format";

/** Why an invitation can no longer, or not yet, be accepted, and what to do about it. */
export function ClosedInvitation({ invitation }: { invitation: InvitationByToken }) {
  const { state, inviter, expiresAt, waitsFor } = invitation;
  const place = invitation.workspace?.name ?? invitation.organization?.name ?? "Kontor";
  const [title, text] = {
    EXPIRED: ["The invitation has expired", `It was open until ${formatDay(expiresAt)}. Ask ${inviter.name} to renew it.`],
    REVOKED: ["The invitation was revoked", `${inviter.name} or a colleague took it back. Ask them if you think this is a mistake.`],
    ACCEPTED: ["Already accepted", `This invitation to ${place} was used. Sign in to go there.`],
    WAITING: ["The invitation is waiting", waitsFor ?? `It has to be confirmed before you can join ${place}. Ask ${inviter.name} about it.`],
    OPEN: ["", ""],
  }[state] as [string, string];
  return (
    <GateLayout title={title}>
      <Text c="dimmed" mb="lg">
        {text}
      </Text>
      <AnchorLink to="/">Go to Kontor</AnchorLink>
    </GateLayout>
  );
}
