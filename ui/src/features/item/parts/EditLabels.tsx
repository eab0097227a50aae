import { ActionIcon, Button } from "@mantine/core";
import { IconCheck, IconPencil } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { can } from "@/api/can";
import type { Dataset } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { openDraft } from "@/features/draft/api/open-draft";
import { isBranch } from "@/features/item/refs";
import { useAct } from "@/shared/use-act";

interface Props {
  dataset: Dataset;
  reference: string;
  path: string;
  editing: boolean;
}

/** Begins to edit the labels of an item, in the draft of the branch that is looked at, and ends it. */
export function EditLabels({ dataset, reference, path, editing }: Props) {
  const navigate = useNavigate();
  const show = (ref: string, edit: true | undefined) => void navigate({ to: ".", search: { ref, path, edit }, replace: true });
  const open = useAct(() => openDraft(dataset.id, reference), { refresh: [datasetKey(dataset.id)], done: ({ number }) => show(`draft-${number}`, true) });
  const drafted = reference.startsWith("draft-");
  if (!can(dataset, "DATASET_CHANGE") || !(drafted || isBranch(reference))) return null;
  const words = editing ? "Done" : "Edit labels";
  const icon = editing ? <IconCheck size={16} /> : <IconPencil size={16} />;
  const click = () => (drafted ? show(reference, editing ? undefined : true) : open.mutate());
  return (
    <>
      <Button visibleFrom="sm" variant={editing ? "filled" : "default"} leftSection={icon} loading={open.isPending} onClick={click}>
        {words}
      </Button>
      <ActionIcon hiddenFrom="sm" variant={editing ? "filled" : "default"} size="lg" aria-label={words} loading={open.isPending} onClick={click}>
        {icon}
      </ActionIcon>
    </>
  );
}
