import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { can } from "@/api/can";
import { branchQuery } from "@/features/branch/api/branches";
import { openDraft } from "@/features/draft/api/open-draft";
import { datasetKey } from "@/features/dataset/api/dataset";
import { useDataset } from "@/features/dataset/use-dataset";
import { EmptyState } from "@/shared/EmptyState";
import { NotFound } from "@/shared/FullPage";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { useAct } from "@/shared/use-act";
import { BranchChoice } from "./parts/BranchChoice";
import { OpenDraft } from "./parts/OpenDraft";

const route = getRouteApi("/signed-in/workspaces/$workspaceId/datasets/$datasetId/frame/draft");

/** The open draft of a branch: what has changed since its last version, and where files are dropped. */
export function DraftTab() {
  const dataset = useDataset();
  const { branch = "main" } = route.useSearch();
  if (!can(dataset, "DATASET_CHANGE")) return <NotFound />;
  return (
    <>
      <BranchChoice dataset={dataset} branch={branch} />
      {branch === "main" ? <DraftOf branch={branch} number={dataset.draft ?? null} /> : <OtherDraft branch={branch} />}
    </>
  );
}

/** The dataset itself says only which draft its main branch has. */
function OtherDraft({ branch }: { branch: string }) {
  const found = useQuery(branchQuery(useDataset().id, branch));
  if (found.isPending) return <Skeleton height={80} />;
  if (found.isError) return <ProblemNotice error={found.error} retry={() => void found.refetch()} />;
  return <DraftOf branch={branch} number={found.data.draft ?? null} />;
}

function DraftOf({ branch, number }: { branch: string; number: number | null }) {
  const dataset = useDataset();
  const open = useAct(() => openDraft(dataset.id, branch), { refresh: [datasetKey(dataset.id)] });
  if (number != null) return <OpenDraft key={number} dataset={dataset} number={number} />;
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
