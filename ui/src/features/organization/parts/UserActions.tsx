import { useDisclosure } from "@mantine/hooks";
import { IconKey, IconLock, IconLockOpen, IconShieldMinus, IconShieldPlus, IconUserMinus } from "@tabler/icons-react";
import { can } from "@/api/can";
import type { Named, OrganizationUser } from "@/api/types";
import { RemoveUserDialog } from "@/features/office/RemoveUserDialog";
import { editUser } from "@/features/organization/api/edit-user";
import { organizationKey } from "@/features/organization/api/organization";
import { RowMenu } from "@/shared/RowMenu";
import { useAct } from "@/shared/use-act";
import { AppointDialog } from "./AppointDialog";
import { DismissDialog } from "./DismissDialog";
import { LockUserDialog } from "./LockUserDialog";
import { PasswordLinkDialog } from "./PasswordLinkDialog";

/** What an administrator may do with a colleague's account. */
export function UserActions({ organization, user }: { organization: Named; user: OrganizationUser }) {
  const [appointing, appoint] = useDisclosure();
  const [dismissing, dismiss] = useDisclosure();
  const [locking, lock] = useDisclosure();
  const [linking, link] = useDisclosure();
  const [removing, remove] = useDisclosure();
  const unlock = useAct(() => editUser(organization.id, user.id, { locked: false }), {
    refresh: [organizationKey(organization.id)],
    says: `${user.name} can sign in again.`,
  });
  return (
    <>
      <RowMenu
        label={`Actions for ${user.name}`}
        actions={[
          can(user, "USER_APPOINT") && { label: "Make administrator", icon: IconShieldPlus, act: appoint.open },
          can(user, "USER_DISMISS") && { label: "Take the office", icon: IconShieldMinus, act: dismiss.open },
          can(user, "USER_RESET_PASSWORD") && { label: "Link to a new password", icon: IconKey, act: link.open },
          can(user, "USER_UNLOCK") && { label: "Unlock", icon: IconLockOpen, act: () => unlock.mutate() },
          can(user, "USER_LOCK") && { label: "Lock", icon: IconLock, danger: true, act: lock.open },
          can(user, "USER_REMOVE") && { label: "Remove", icon: IconUserMinus, danger: true, act: remove.open },
        ]}
      />
      <AppointDialog organization={organization} user={user} opened={appointing} close={appoint.close} />
      <DismissDialog organization={organization} user={user} opened={dismissing} close={dismiss.close} />
      <RemoveUserDialog organization={organization} user={user} opened={removing} close={remove.close} />
      <PasswordLinkDialog organization={organization} user={user} opened={linking} close={link.close} />
      <LockUserDialog organization={organization} user={user} opened={locking} close={lock.close} />
    </>
  );
}
