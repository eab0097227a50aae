import type { Dataset } from "@/api/types";
import { createBranch } from "@/features/branch/api/create-branch";
import { NameDialog } from "./parts/NameDialog";

interface Props {
  dataset: Dataset;
  /** A version's number, or a branch. */
  from: string;
  opened: boolean;
  close: () => void;
}

/** Starts a branch from a version. */
export function NewBranchDialog({ dataset, from, opened, close }: Props) {
  return (
    <NameDialog
      title={`New branch from ${from}`}
      opened={opened}
      close={close}
      datasetId={dataset.id}
      lead="A branch starts with the same items and goes on by itself, with a draft and versions of its own. Nothing is copied."
      action="Start branch"
      send={(name) => createBranch(dataset.id, name, from)}
      says={(name) => `Branch ${name} is started.`}
    />
  );
}
