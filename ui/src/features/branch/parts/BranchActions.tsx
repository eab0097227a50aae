import { Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconGitBranch, IconPencil, IconTag, IconTrash } from "@tabler/icons-react";
import type { Branch, Dataset } from "@/api/types";
import { deleteBranch } from "@/features/branch/api/delete-branch";
import { renameBranch } from "@/features/branch/api/rename-branch";
import { datasetKey } from "@/features/dataset/api/dataset";
import { ConfirmDialog, Consequences } from "@/shared/ConfirmDialog";
import { RowMenu } from "@/shared/RowMenu";
import { plural } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import { NameDialog } from "./NameDialog";
import { NewBranchDialog } from "../NewBranchDialog";
import { NewTagDialog } from "../NewTagDialog";

/** What one may do with a branch. The main one keeps its name and stays. */
export function BranchActions({ dataset, branch }: { dataset: Dataset; branch: Branch }) {
  const [branching, startBranch] = useDisclosure();
  const [tagging, tag] = useDisclosure();
  const [renaming, rename] = useDisclosure();
  const [deleting, remove] = useDisclosure();
  const end = useAct(() => deleteBranch(dataset.id, branch.name), {
    says: `Branch ${branch.name} is deleted.`,
    refresh: [datasetKey(dataset.id)],
    done: remove.close,
  });
  const { number } = branch;
  return (
    <>
      <RowMenu
        label={`Actions for ${branch.name}`}
        actions={[
          number != null && { label: "Start a branch here", icon: IconGitBranch, act: startBranch.open },
          number != null && { label: "Tag its newest version", icon: IconTag, act: tag.open },
          !branch.main && { label: "Rename", icon: IconPencil, act: rename.open },
          !branch.main && { label: "Delete", icon: IconTrash, danger: true, act: remove.open },
        ]}
      />
      <NewBranchDialog dataset={dataset} from={branch.name} opened={branching} close={startBranch.close} />
      {number != null && <NewTagDialog dataset={dataset} number={number} opened={tagging} close={tag.close} />}
      <NameDialog
        title={`Rename ${branch.name}`}
        opened={renaming}
        close={rename.close}
        datasetId={dataset.id}
        name={branch.name}
        lead="Programs that read the branch by its name have to be told the new one."
        action="Rename"
        send={(name) => renameBranch(dataset.id, branch.name, name)}
        says={(name) => `The branch is called ${name} now.`}
      />
      <ConfirmDialog
        title={`Delete branch ${branch.name}?`}
        opened={deleting}
        close={remove.close}
        confirm={() => end.mutate()}
        pending={end.isPending}
        action="Delete branch"
        typed={branch.versions > 0 ? branch.name : undefined}
      >
        <Consequences
          lines={[branch.versions > 0 && `${plural(branch.versions, "version")} of its own ${branch.versions === 1 ? "is" : "are"} gone for good`]}
          none="It has no versions of its own, so nothing is lost."
        />
        <Text c="dimmed">Other branches keep all they have. A branch with tags, an open draft, or branches that start from it is not deleted.</Text>
      </ConfirmDialog>
    </>
  );
}
