import { ActionIcon, Group, Menu, Text } from "@mantine/core";
import { useClipboard, useDisclosure } from "@mantine/hooks";
import { IconCopy, IconDots, IconRefresh, IconX } from "@tabler/icons-react";
import { can } from "@/api/can";
import type { Invitation } from "@/api/types";
import { renewInvitation } from "@/features/invitation/api/renew-invitation";
import { revokeInvitation } from "@/features/invitation/api/revoke-invitation";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { absolute } from "@/shared/CopyField";
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
  if (!link && !mayRenew && !mayRevoke) return null;
  return (
    <Group gap={4} wrap="nowrap" justify="flex-end">
      <Menu position="bottom-end" width={190}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={`Actions for the invitation of ${invitation.email}`}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {link && (
            <Menu.Item
              leftSection={<IconCopy size={16} />}
              onClick={() => {
                clipboard.copy(absolute(link));
                say("The invitation link is copied.");
              }}
            >
              Copy link
            </Menu.Item>
          )}
          {mayRenew && (
            <Menu.Item leftSection={<IconRefresh size={16} />} onClick={() => renew.mutate()}>
              Renew
            </Menu.Item>
          )}
          {mayRevoke && (
            <Menu.Item leftSection={<IconX size={16} />} color="red" onClick={confirm.open}>
              Revoke
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <ConfirmDialog title="Revoke the invitation?" opened={revoking} close={confirm.close} confirm={() => revoke.mutate()} pending={revoke.isPending} action="Revoke">
        <Text>The link of {invitation.email} stops working at once. You can invite the address again.</Text>
      </ConfirmDialog>
    </Group>
  );
}
