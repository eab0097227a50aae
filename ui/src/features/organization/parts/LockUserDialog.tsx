import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { holdingsQuery } from "@/features/office/api/holdings";
import { editUser } from "@/features/organization/api/edit-user";
import { organizationKey } from "@/features/organization/api/organization";
import { ConfirmDialog, Consequences } from "@/shared/ConfirmDialog";
import { plural } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import type { UserDialog } from "./user-dialog";

/** Shuts an account until it is unlocked; says what stops, and what stays. */
export function LockUserDialog({ organization, user, opened, close }: UserDialog) {
  const lock = useAct(() => editUser(organization.id, user.id, { locked: true }), {
    refresh: [organizationKey(organization.id)],
    says: `${user.name} is locked.`,
    done: close,
  });
  const holdings = useQuery({ ...holdingsQuery(organization.id, user.id), enabled: opened });
  const memberships = holdings.data?.memberships ?? [];
  const owned = memberships.filter(({ owner }) => owner).map(({ workspace }) => workspace.name);
  return (
    <ConfirmDialog
      title={`Lock ${user.name}?`}
      opened={opened}
      close={close}
      confirm={() => lock.mutate()}
      pending={lock.isPending}
      action="Lock"
      impact={holdings}
    >
      <Text>With their next request, until somebody unlocks the account:</Text>
      <Consequences
        none=""
        lines={[
          "signing in is refused, and every open session ends",
          "their access keys stop; they work again after unlocking",
          "they get no tasks, no mail and no approvals",
          owned.length > 0 && `nobody acts as owner of ${owned.join(" and ")}; on the page Workspaces you can name a new one`,
          user.administrator && "they do not count as an organization administrator",
        ]}
      />
      <Text>
        {memberships.length > 0
          ? `They stay a member of ${plural(memberships.length, "workspace")}, with all roles and all that they own.`
          : "They are a member of no workspace."}
      </Text>
    </ConfirmDialog>
  );
}
