import { Text } from "@mantine/core";
import { useClipboard, useDisclosure } from "@mantine/hooks";
import { IconCopy, IconRefresh, IconX } from "@tabler/icons-react";
import { can } from "@/api/can";
import type { Invitation } from "@/api/types";
import { renewInvitation } from "@/features/invitation/api/renew-invitation";
import { revokeInvitation } from "@/features/invitation/api/revoke-invitation";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { absolute } from "@/shared/CopyField";
import { RowMenu } from "@/shared/RowMenu";
import { say, useAct } from "@/shared/use-act";

/** Copies the link of an invitation, renews it, takes it back. */
export function InvitationActions({ workspaceId, invitation }: { workspaceId: string; invitation: Invitation }) {
  const clipboard = useClipboard();
  const [revoking, confirm] = useDisclosure();
  const refresh = [[...workspaceKey(workspaceId), "invitations"]];
  const renew = useAct(() => renewInvitation(workspaceId, invitation.id), { refresh, says: "The invitation is open again." });
  const revoke = useAct(() => revokeInvitation(workspaceId, invitation.id), { refresh, says: "The invitation is revoked.", done: confirm.close });
  const mayRenew = can(invitation, "INVITATION_RENEW");
  const mayRevoke = can(invitation, "INVITATION_REVOKE");
  const { link } = invitation;
  const copy = (address: string) => {
    clipboard.copy(absolute(address));
    say("The invitation link is copied.");
  };
  return (
    <>
      <RowMenu
        label={`Actions for the invitation of ${invitation.email}`}
        actions={[
          link !== null && link !== undefined && { label: "Copy link", icon: IconCopy, act: () => copy(link) },
          mayRenew && { label: invitation.mail.state === "NOT_CONFIGURED" ? "Renew" : "Send again", icon: IconRefresh, act: () => renew.mutate() },
          mayRevoke && { label: "Revoke", icon: IconX, danger: true, act: confirm.open },
        ]}
      />
      <ConfirmDialog title="Revoke the invitation?" opened={revoking} close={confirm.close} confirm={() => revoke.mutate()} pending={revoke.isPending} action="Revoke">
        <Text>The link of {invitation.email} stops working at once. You can invite the address again.</Text>
      </ConfirmDialog>
    </>
  );
}
