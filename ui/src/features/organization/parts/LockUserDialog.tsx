import { Text } from "@mantine/core";
import { editUser } from "@/features/organization/api/edit-user";
import { organizationKey } from "@/features/organization/api/organization";
import { ConfirmDialog, Consequences } from "@/shared/ConfirmDialog";
import { useAct } from "@/shared/use-act";
import type { UserDialog } from "./user-dialog";

/** Shuts an account until it is unlocked; says what stops, and what stays. */
export function LockUserDialog({ organization, user, opened, close }: UserDialog) {
  const lock = useAct(() => editUser(organization.id, user.id, { locked: true }), {
    refresh: [organizationKey(organization.id)],
    says: `${user.name} is locked.`,
    done: close,
  });
  return (
    <ConfirmDialog
      title={`Lock ${user.name}?`}
      opened={opened}
      close={close}
      confirm={() => lock.mutate()}
      pending={lock.isPending}
      action="Lock"
    >
      <Text>With their next request, until somebody unlocks the account:</Text>
      <Consequences
        none=""
        lines={[
          "signing in is refused, and every open session ends",
          "their access keys stop; they work again after unlocking",
          "they get no tasks, no mail and no approvals",
          user.administrator && "they do not count as an organization administrator",
        ]}
      />
      <Text>Memberships, roles and what they own stay theirs.</Text>
    </ConfirmDialog>
  );
}
