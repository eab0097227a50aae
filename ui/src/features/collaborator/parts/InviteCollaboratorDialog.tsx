import { Button, Group, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Invitation } from "@/api/types";
import { collaboratorOptionsQuery } from "@/features/collaborator/api/collaborator-options";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { absolute, CopyField } from "@/shared/CopyField";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatDay } from "@/shared/text/format";
import { InviteForm } from "./InviteForm";

/** Brings another organization in: types, then whom to ask, then projects (K-05). */
export function InviteCollaboratorDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const workspace = useWorkspace();
  const [made, setMade] = useState<Invitation | null>(null);
  const options = useQuery({ ...collaboratorOptionsQuery(workspace.id), enabled: opened });
  return (
    <Modal opened={opened} onClose={close} onExitTransitionEnd={() => setMade(null)} size="lg" title={made ? "Invitation made" : "Invite an organization"}>
      {made ? (
        <Stack>
          <Text>
            Hand this link to {made.email}. It works without a mail server, for them alone, until {formatDay(made.expiresAt)}.
          </Text>
          {made.link && <CopyField label="Invitation link" value={absolute(made.link)} />}
          <Group justify="flex-end">
            <Button onClick={close}>Done</Button>
          </Group>
        </Stack>
      ) : options.isError ? (
        <ProblemNotice error={options.error} retry={() => void options.refetch()} />
      ) : options.data ? (
        <InviteForm options={options.data} invited={setMade} close={close} />
      ) : (
        <Skeleton height={360} />
      )}
    </Modal>
  );
}
