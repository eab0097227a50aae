import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Holding, Named, OrganizationUser } from "@/api/types";
import { holdingsQuery } from "@/features/office/api/holdings";
import { removeUser } from "@/features/office/api/remove-user";
import { organizationKey } from "@/features/organization/api/organization";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { useAct } from "@/shared/use-act";
import { HoldingPart } from "./parts/HoldingPart";

interface Props {
  organization: Named;
  user: OrganizationUser;
  opened: boolean;
  close: () => void;
}

type Choices = Record<string, string | null>;

/** Removes a user for good; says beforehand what ends in which workspace, and who takes over (C-06, O-02). */
export function RemoveUserDialog({ organization, user, opened, close }: Props) {
  const [heirs, setHeirs] = useState<Choices>({});
  const [owners, setOwners] = useState<Choices>({});
  const holdings = useQuery({ ...holdingsQuery(organization.id, user.id), enabled: opened });
  const memberships = holdings.data?.memberships ?? [];
  const remove = useAct(() => removeUser(organization.id, user.id, { handOver: chosen(heirs), owners: chosen(owners) }), {
    refresh: [organizationKey(organization.id)],
    says: `${user.name} is removed.`,
    done: close,
  });
  return (
    <ConfirmDialog
      title={`Remove ${user.name}?`}
      opened={opened}
      close={close}
      confirm={() => remove.mutate()}
      pending={remove.isPending}
      action="Remove"
      typed={user.name}
      impact={holdings}
    >
      <Stack>
        <Text>
          Their account ends with the next request, in every session and with every key, and does not come back. What they made stays, under their name.
        </Text>
        {memberships.length === 0 && <Text>They are a member of no workspace.</Text>}
        {memberships.map((holding: Holding) => (
          <HoldingPart
            key={holding.workspace.id}
            holding={holding}
            userId={user.id}
            heir={heirs[holding.workspace.id] ?? null}
            owner={owners[holding.workspace.id] ?? null}
            chooseHeir={(userId) => setHeirs((before) => ({ ...before, [holding.workspace.id]: userId }))}
            chooseOwner={(userId) => setOwners((before) => ({ ...before, [holding.workspace.id]: userId }))}
          />
        ))}
      </Stack>
    </ConfirmDialog>
  );
}

const chosen = (choices: Choices) =>
  Object.entries(choices).flatMap(([workspaceId, userId]) => (userId ? [{ workspaceId, userId }] : []));
