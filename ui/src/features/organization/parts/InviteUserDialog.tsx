import { Button, Checkbox, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { UserInvitation } from "@/api/types";
import { inviteUser } from "@/features/organization/api/invite-user";
import { organizationKey } from "@/features/organization/api/organization";
import { useMe } from "@/features/session/use-me";
import { absolute, CopyField } from "@/shared/CopyField";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { formatDay } from "@/shared/text/format";
import { refreshAll } from "@/shared/use-act";

/** Invites a colleague by address; the link can be handed over without any mail server (O-01). */
export function InviteUserDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const [made, setMade] = useState<UserInvitation | null>(null);
  return (
    <Modal opened={opened} onClose={close} onExitTransitionEnd={() => setMade(null)} title={made ? "Invitation made" : "Invite a user"}>
      {made ? (
        <Stack>
          <Text>
            Hand this link to {made.email}. It is for them alone and works until {formatDay(made.expiresAt)}.
          </Text>
          {made.link && <CopyField label="Invitation link" value={absolute(made.link)} />}
          <Group justify="flex-end">
            <Button onClick={close}>Done</Button>
          </Group>
        </Stack>
      ) : (
        opened && <InviteForm made={setMade} close={close} />
      )}
    </Modal>
  );
}

function InviteForm({ made, close }: { made: (invitation: UserInvitation) => void; close: () => void }) {
  const me = useMe();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { email: "", administrator: false } });
  const submit = useSubmit(
    form,
    ({ email, administrator }) => inviteUser(me.organization.id, email.trim(), administrator),
    async (invitation) => {
      made(invitation);
      await refreshAll(queryClient, [organizationKey(me.organization.id)]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="E-mail address" type="email" required data-autofocus {...form.getInputProps("email")} />
        <Checkbox
          label="Organization administrator"
          description={`Invites, locks and removes users of ${me.organization.name}.`}
          {...form.getInputProps("administrator", { type: "checkbox" })}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            Make invitation
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
