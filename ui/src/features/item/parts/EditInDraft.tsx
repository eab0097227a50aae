import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { Dataset } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { openDraft } from "@/features/draft/api/open-draft";
import { useAct } from "@/shared/use-act";

/** Leads from a branch to its draft, where items are moved, labelled and removed; opens one if there is none. */
export function EditInDraft({ dataset, branch }: { dataset: Dataset; branch: string }) {
  const navigate = useNavigate();
  const open = useAct(() => openDraft(dataset.id, branch), {
    refresh: [datasetKey(dataset.id)],
    done: ({ number }) =>
      void navigate({
        to: "/workspaces/$workspaceId/datasets/$datasetId",
        params: { workspaceId: dataset.workspaceId, datasetId: dataset.id },
        search: (before) => ({ ...before, ref: `draft-${number}` }),
      }),
  });
  return (
    <Button variant="default" leftSection={<IconPencil size={16} />} loading={open.isPending} onClick={() => open.mutate()}>
      Edit
    </Button>
  );
}
