import { Button, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useSuspenseQuery } from "@tanstack/react-query";
import { organizationKey, organizationQuery } from "@/features/organization/api/organization";
import { renewCode } from "@/features/organization/api/renew-code";
import { useMe } from "@/features/session/use-me";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { CopyField } from "@/shared/CopyField";
import { Part } from "@/shared/Part";
import { useAct } from "@/shared/use-act";

/** What one hands to another organization, so that it can let one see its people. */
export function OwnCode() {
  const me = useMe();
  const { code } = useSuspenseQuery(organizationQuery(me.organization.id)).data;
  const [renewing, { open, close }] = useDisclosure();
  const renew = useAct(() => renewCode(me.organization.id), {
    refresh: [organizationKey(me.organization.id)],
    says: "The code is a new one.",
    done: close,
  });
  return (
    <Part title="Our code" lead="An administrator of the other organization enters it. It names you and opens nothing by itself.">
      <Stack maw="26rem" gap="sm">
        <CopyField aria-label="Our code" value={grouped(code)} />
        <Group>
          <Button variant="default" onClick={open}>
            Make a new code
          </Button>
        </Group>
      </Stack>
      <ConfirmDialog title="Make a new code?" opened={renewing} close={close} confirm={() => renew.mutate()} pending={renew.isPending} action="Make a new code">
        <Text>Whoever holds the old code can no longer find you with it. Access that was given stays.</Text>
      </ConfirmDialog>
    </Part>
  );
}

/** In groups of four, to read it out. */
export const grouped = (code: string) => code.match(/.{1,4}/g)?.join("-") ?? code;
