import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Named } from "@/api/types";
import { organizationKey } from "@/features/organization/api/organization";
import { withdrawWorkforceAccess } from "@/features/organization/api/withdraw-workforce-access";
import { useMe } from "@/features/session/use-me";
import { ConfirmDialog, Consequences } from "@/shared/ConfirmDialog";
import { useAct } from "@/shared/use-act";

/** Hides our people from an organization again. */
export function WithdrawAccess({ seer }: { seer: Named }) {
  const me = useMe();
  const [opened, { open, close }] = useDisclosure();
  const withdraw = useAct(() => withdrawWorkforceAccess(me.organization.id, seer.id), {
    refresh: [organizationKey(me.organization.id)],
    says: `${seer.name} no longer sees your people.`,
    done: close,
  });
  return (
    <>
      <Button variant="subtle" color="gray" size="xs" onClick={open} aria-label={`Withdraw from ${seer.name}`}>
        Withdraw
      </Button>
      <ConfirmDialog
        title={`Hide your people from ${seer.name}?`}
        opened={opened}
        close={close}
        confirm={() => withdraw.mutate()}
        pending={withdraw.isPending}
        action="Withdraw"
      >
        <Text>With their next request, users of {seer.name}</Text>
        <Consequences
          none=""
          lines={[
            "no longer find your people in lists and pickers",
            "read “a partner's member” where one of them is named",
            "can no longer add them to workspaces by name",
          ]}
        />
        <Text>Nobody loses a membership or a role.</Text>
      </ConfirmDialog>
    </>
  );
}
