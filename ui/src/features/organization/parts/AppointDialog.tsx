import { Text } from "@mantine/core";
import { editUser } from "@/features/organization/api/edit-user";
import { organizationKey } from "@/features/organization/api/organization";
import { ConfirmDialog, Consequences } from "@/shared/ConfirmDialog";
import { useAct } from "@/shared/use-act";
import type { UserDialog } from "./user-dialog";

/** Gives a colleague the office of an organization administrator. */
export function AppointDialog({ organization, user, opened, close }: UserDialog) {
  const appoint = useAct(() => editUser(organization.id, user.id, { administrator: true }), {
    refresh: [organizationKey(organization.id)],
    says: `${user.name} is an organization administrator.`,
    done: close,
  });
  return (
    <ConfirmDialog
      title={`Make ${user.name} an administrator?`}
      opened={opened}
      close={close}
      confirm={() => appoint.mutate()}
      pending={appoint.isPending}
      action="Make administrator"
    >
      <Text>{user.name} will then, for all of {organization.name},</Text>
      <Consequences
        none=""
        lines={["invite, lock and remove users, also you", "decide whose organizations see your people", "see where your users are members, but nothing inside of workspaces"]}
      />
    </ConfirmDialog>
  );
}
