import type { Dataset } from "@/api/types";
import { createTag } from "@/features/branch/api/create-tag";
import { NameDialog } from "./parts/NameDialog";

/** Names a version for good. */
export function NewTagDialog({ dataset, number, opened, close }: { dataset: Dataset; number: number; opened: boolean; close: () => void }) {
  return (
    <NameDialog
      title={`Tag version ${number}`}
      opened={opened}
      close={close}
      datasetId={dataset.id}
      lead="A tag names one version and is never moved to another. A version with a tag cannot be deleted."
      action="Add tag"
      send={(name) => createTag(dataset.id, name, String(number))}
      says={(name) => `Version ${number} is tagged ${name}.`}
    />
  );
}
