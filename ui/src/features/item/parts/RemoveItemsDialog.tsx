import { Text } from "@mantine/core";
import type { Dataset } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { removeItems } from "@/features/item/api/remove-items";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { plural } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import type { Selection } from "../use-selection";

interface Props {
  dataset: Dataset;
  draft: number;
  selection: Selection;
  words: string;
  opened: boolean;
  close: () => void;
}

/** Takes what is ticked out of the draft. */
export function RemoveItemsDialog({ dataset, draft, selection, words, opened, close }: Props) {
  const remove = useAct(() => removeItems(dataset.id, draft, { paths: [...selection.paths], folders: [...selection.folders] }), {
    refresh: [datasetKey(dataset.id)],
    says: ({ items }) => `${plural(items, "item")} removed from the draft.`,
    done: () => {
      selection.clear();
      close();
    },
  });
  return (
    <ConfirmDialog title="Remove from the draft?" opened={opened} close={close} confirm={() => remove.mutate()} pending={remove.isPending} action="Remove">
      <Text>{words} will not be in the next version, folders with all that is in them.</Text>
      <Text c="dimmed">Committed versions keep them, and discarding the draft brings them back.</Text>
    </ConfirmDialog>
  );
}
