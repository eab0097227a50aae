import { Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { editUser } from "@/features/organization/api/edit-user";
import { organizationKey } from "@/features/organization/api/organization";
import { meKey } from "@/features/session/api/me";
import { useMe } from "@/features/session/use-me";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { refreshAll, useAct } from "@/shared/use-act";
import type { UserDialog } from "./user-dialog";

/** Takes the office from a colleague, or gives up one's own. */
export function DismissDialog({ organization, user, opened, close }: UserDialog) {
  const me = useMe();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const own = me.user.id === user.id;
  const dismiss = useAct(() => editUser(organization.id, user.id, { administrator: false }), {
    says: own ? "You gave up the office." : `${user.name} is no longer an administrator.`,
    done: async () => {
      close();
      if (own) await navigate({ to: "/" });
      await refreshAll(queryClient, own ? [meKey] : [organizationKey(organization.id)]);
    },
  });
  return (
    <ConfirmDialog
      title={own ? "Give up the office?" : `Take the office from ${user.name}?`}
      opened={opened}
      close={close}
      confirm={() => dismiss.mutate()}
      pending={dismiss.isPending}
      action={own ? "Give it up" : "Take the office"}
    >
      <Text>
        {own ? "You" : user.name} will no longer see the pages of the organization. Memberships in workspaces stay as they are. Another administrator
        can give the office again.
      </Text>
    </ConfirmDialog>
  );
}
