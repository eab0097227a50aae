import { Button } from "@mantine/core";
import { can } from "@/api/can";
import { openDraft } from "@/features/draft/api/open-draft";
import { datasetKey } from "@/features/dataset/api/dataset";
import { useDataset } from "@/features/dataset/use-dataset";
import { EmptyState } from "@/shared/EmptyState";
import { NotFound } from "@/shared/FullPage";
import { useAct } from "@/shared/use-act";
import { OpenDraft } from "./parts/OpenDraft";

/** The open draft of a dataset: what has changed since the last version, and where files are dropped. */
export function DraftTab() {
  const dataset = useDataset();
  const open = useAct(() => openDraft(dataset.id), { refresh: [datasetKey(dataset.id)] });
  if (!can(dataset, "DATASET_CHANGE")) return <NotFound />;
  if (dataset.draft != null) return <OpenDraft key={dataset.draft} dataset={dataset} number={dataset.draft} />;
  return (
    <EmptyState
      title="No open draft"
      action={
        <Button loading={open.isPending} onClick={() => open.mutate()}>
          Open a draft
        </Button>
      }
    >
      A draft collects changes: files added, replaced or removed. Nobody else sees them until you commit, and committing makes a new version.
    </EmptyState>
  );
}
