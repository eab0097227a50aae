import { Alert, Button, Checkbox, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { InvitationByToken } from "@/api/types";
import { acceptInvitation } from "@/features/invitation/api/accept-invitation";
import { useEntering } from "@/features/session/use-entering";
import { Consequences } from "@/shared/ConfirmDialog";
import { ButtonLink } from "@/shared/links";
import { ProblemNotice } from "@/shared/ProblemNotice";

interface Props {
  token: string;
  invitation: InvitationByToken;
  leaves: NonNullable<InvitationByToken["leaves"]>;
}

/** C-01: accepting would move the account out of another organization. Says what that ends, and asks for it expressly. */
export function MoveForm({ token, invitation, leaves }: Props) {
  const enter = useEntering();
  const [sure, setSure] = useState(false);
  const queryClient = useQueryClient();
  const move = useMutation({
    mutationFn: () => acceptInvitation(token, { move: true }),
    // Signed out meanwhile: the page says so.
    onSuccess: ({ organizationId }) => (organizationId ? enter("/") : queryClient.resetQueries()),
  });
  const next = invitation.organization?.name ?? "the other organization";
  if (leaves.refused) {
    return (
      <Stack>
        <Alert color="yellow" title={`You cannot leave ${leaves.organization} yet`}>
          <Text size="sm">{leaves.refused}</Text>
        </Alert>
        <ButtonLink to="/" variant="default">
          Go to Kontor
        </ButtonLink>
      </Stack>
    );
  }
  return (
    <Stack>
      <Alert color="yellow" title={`Your account leaves ${leaves.organization}`}>
        <Text size="sm" mb="xs">
          A user belongs to one organization. Accepting moves you to {next}, as if {leaves.organization} had removed you:
        </Text>
        <Consequences
          none=""
          lines={[
            leaves.workspaces.length > 0 && `you leave the workspaces ${leaves.workspaces.join(", ")}, with all roles and grants`,
            leaves.workspaces.length > 0 && "datasets and projects that you own there pass to the workspace owners",
            "your access keys and other sessions end",
            "what you made stays, under your name",
          ]}
        />
      </Alert>
      {move.isError && <ProblemNotice error={move.error} retry={() => move.mutate()} />}
      <Checkbox label={`I leave ${leaves.organization} for ${next}.`} checked={sure} onChange={(event) => setSure(event.currentTarget.checked)} />
      <Button size="md" fullWidth disabled={!sure} loading={move.isPending} onClick={() => move.mutate()}>
        Move and accept
      </Button>
    </Stack>
  );
}
