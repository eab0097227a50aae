import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useNavigate } from "@tanstack/react-router";
import { can } from "@/api/can";
import type { Dataset } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { revokeLevel } from "@/features/dataset/api/revoke-level";
import { useMe } from "@/features/session/use-me";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { Section } from "@/shared/Screen";
import { useAct } from "@/shared/use-act";

/** Gives up one's own level; not for the owner, who passes the dataset on first. */
export function Leave({ dataset }: { dataset: Dataset }) {
  const me = useMe();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure();
  const leave = useAct(() => revokeLevel(dataset.id, me.user.id), {
    refresh: [datasetKey(dataset.id)],
    says: "You gave up your level.",
    done: () => {
      close();
      void navigate({ to: "/workspaces/$workspaceId/datasets/$datasetId/details", params: { workspaceId: dataset.workspaceId, datasetId: dataset.id } });
    },
  });
  if (can(dataset, "DATASET_OWN")) return null;
  return (
    <Section title="Leave" lead="You keep what everybody has who sees the project. Links that you made end.">
      <Button variant="default" c="var(--k-danger)" onClick={open}>
        Give up my level
      </Button>
      <ConfirmDialog title={`Give up your level on ${dataset.name}?`} opened={opened} close={close} confirm={() => leave.mutate()} pending={leave.isPending} action="Give it up">
        <Text>Only the people of this dataset can give it back to you.</Text>
      </ConfirmDialog>
    </Section>
  );
}
