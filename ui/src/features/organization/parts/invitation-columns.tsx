import { Button, Group } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { can } from "@/api/can";
import type { UserInvitation } from "@/api/types";
import { MailNote } from "@/features/invitation/MailNote";
import { StateTag } from "@/features/invitation/StateTag";
import { inviteUser } from "@/features/organization/api/invite-user";
import { organizationKey } from "@/features/organization/api/organization";
import { revokeUserInvitation } from "@/features/organization/api/revoke-user-invitation";
import { absolute } from "@/shared/CopyField";
import type { Column } from "@/shared/list/ListTable";
import { say, useAct } from "@/shared/use-act";
import { When } from "@/shared/When";

export function invitationColumns(organizationId: string): Column<UserInvitation>[] {
  return [
    { header: "Address", cell: ({ email }) => email },
    { header: "By", cell: ({ inviter }) => inviter },
    {
      header: "State",
      cell: ({ state, mail }) => (
        <div>
          <StateTag state={state} />
          <MailNote mail={mail} />
        </div>
      ),
    },
    { header: "Expires", cell: ({ expiresAt }) => <When at={expiresAt} /> },
    { header: " ", align: "right", cell: (invitation) => <Actions organizationId={organizationId} invitation={invitation} /> },
  ];
}

/** Copies the link of an open invitation, or takes it back. */
function Actions({ organizationId, invitation }: { organizationId: string; invitation: UserInvitation }) {
  const clipboard = useClipboard();
  const revoke = useAct(() => revokeUserInvitation(organizationId, invitation.id), {
    refresh: [organizationKey(organizationId)],
    says: "The invitation is revoked.",
  });
  const mailed = invitation.mail.state !== "NOT_CONFIGURED";
  const renew = useAct(() => inviteUser(organizationId, invitation.email, invitation.administrator), {
    refresh: [organizationKey(organizationId)],
    says: mailed ? "The invitation is sent again." : "The invitation is open again.",
  });
  const { link } = invitation;
  return (
    <Group gap="xs" justify="flex-end" wrap="nowrap">
      {link && invitation.state === "OPEN" && (
        <Button
          variant="default"
          size="xs"
          onClick={() => {
            clipboard.copy(absolute(link));
            say("The invitation link is copied.");
          }}
        >
          Copy link
        </Button>
      )}
      {can(invitation, "INVITATION_RENEW") && (mailed || invitation.state !== "OPEN") && (
        <Button variant="default" size="xs" loading={renew.isPending} onClick={() => renew.mutate()}>
          {mailed ? "Send again" : "Renew"}
        </Button>
      )}
      {can(invitation, "INVITATION_REVOKE") && (
        <Button variant="subtle" color="gray" size="xs" loading={revoke.isPending} onClick={() => revoke.mutate()}>
          Revoke
        </Button>
      )}
    </Group>
  );
}
