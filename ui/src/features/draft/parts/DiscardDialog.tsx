import { Text } from "@mantine/core";
import type { Dataset, Draft } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { discardDraft } from "@/features/draft/api/discard-draft";
import { Consequences, ConfirmDialog } from "@/shared/ConfirmDialog";
import { formatBytes, plural } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import type { UploadQueue } from "../upload/upload-queue";

interface Props {
  dataset: Dataset;
  draft: Draft;
  queue: UploadQueue;
  opened: boolean;
  close: () => void;
}

/** Throws the draft away, after saying what is lost. */
export function DiscardDialog({ dataset, draft, queue, opened, close }: Props) {
  const discard = useAct(() => discardDraft(dataset.id, draft.number), {
    refresh: [datasetKey(dataset.id)],
    says: "The draft is discarded.",
    done: () => {
      queue.cancel();
      close();
    },
  });
  const { added, changed, removed, bytes } = draft;
  return (
    <ConfirmDialog title="Discard the draft?" opened={opened} close={close} confirm={() => discard.mutate()} pending={discard.isPending} action="Discard draft">
      <Consequences
        lines={[
          added > 0 && `${plural(added, "added file")}${bytes > 0 ? ` (${formatBytes(bytes)})` : ""} ${added === 1 ? "is" : "are"} lost`,
          changed > 0 && `${plural(changed, "change")} ${changed === 1 ? "is" : "are"} undone`,
          removed > 0 && `${plural(removed, "removed file")} ${removed === 1 ? "comes" : "come"} back`,
        ]}
        none="Nothing has changed in it."
      />
      <Text c="dimmed">Committed versions are not touched.</Text>
    </ConfirmDialog>
  );
}
