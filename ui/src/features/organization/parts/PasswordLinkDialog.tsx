import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { offerPasswordReset } from "@/features/organization/api/offer-password-reset";
import { absolute, CopyField } from "@/shared/CopyField";
import { useAct } from "@/shared/use-act";
import type { UserDialog } from "./user-dialog";

/** Makes a one-time link with which a colleague sets a new password (O-06). */
export function PasswordLinkDialog({ organization, user, opened, close }: UserDialog) {
  const [link, setLink] = useState<string | null>(null);
  const offer = useAct(() => offerPasswordReset(organization.id, user.id), { done: (made) => setLink(absolute(made.link)) });
  return (
    <Modal opened={opened} onClose={close} onExitTransitionEnd={() => setLink(null)} title={link ? "Link made" : `A new password for ${user.name}?`}>
      <Stack>
        {link ? (
          <>
            <Text>Hand this link to {user.name}, and to nobody else. It works once, within an hour, and is shown only now.</Text>
            <CopyField label="Link to a new password" value={link} />
          </>
        ) : (
          <Text>
            Makes a link with which a new password can be set, once. When it is used, all sessions of {user.name} end. They are told by mail that you made
            it, and it stands in the log.
          </Text>
        )}
        <Group justify="flex-end">
          {link ? (
            <Button onClick={close}>Done</Button>
          ) : (
            <>
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button onClick={() => offer.mutate()} loading={offer.isPending}>
                Make link
              </Button>
            </>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
