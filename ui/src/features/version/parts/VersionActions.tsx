import { Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconArrowBackUp, IconGitBranch, IconTag, IconTrash } from "@tabler/icons-react";
import type { Dataset, Version } from "@/api/types";
import { NewBranchDialog } from "@/features/branch/NewBranchDialog";
import { NewTagDialog } from "@/features/branch/NewTagDialog";
import { datasetKey } from "@/features/dataset/api/dataset";
import { deleteVersion } from "@/features/version/api/delete-version";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { RowMenu } from "@/shared/RowMenu";
import { useAct } from "@/shared/use-act";
import { SwitchDialog } from "./SwitchDialog";

/** What one may do with a version, which itself never changes. */
export function VersionActions({ dataset, version }: { dataset: Dataset; version: Version }) {
  const [branching, startBranch] = useDisclosure();
  const [tagging, tag] = useDisclosure();
  const [switching, switchTo] = useDisclosure();
  const [deleting, remove] = useDisclosure();
  const end = useAct(() => deleteVersion(dataset.id, version.id), {
    says: `Version ${version.number} is deleted.`,
    refresh: [datasetKey(dataset.id)],
    done: remove.close,
  });
  const { number } = version;
  return (
    <>
      <RowMenu
        label={`Actions for version ${number}`}
        actions={[
          { label: "Add a tag", icon: IconTag, act: tag.open },
          { label: "Start a branch here", icon: IconGitBranch, act: startBranch.open },
          { label: "Switch to it", icon: IconArrowBackUp, act: switchTo.open },
          !version.newest && { label: "Delete", icon: IconTrash, danger: true, act: remove.open },
        ]}
      />
      <NewBranchDialog dataset={dataset} from={`v${number}`} opened={branching} close={startBranch.close} />
      <NewTagDialog dataset={dataset} number={number} opened={tagging} close={tag.close} />
      <SwitchDialog dataset={dataset} version={version} opened={switching} close={switchTo.close} />
      <ConfirmDialog title={`Delete version ${number}?`} opened={deleting} close={remove.close} confirm={() => end.mutate()} pending={end.isPending} action="Delete version" typed={`v${number}`}>
        <Text>Its state cannot be read any more, and what only it held is gone for good. The versions before and after it stay as they are.</Text>
        <Text c="dimmed">A version with a tag, one that a branch starts from, and one that is just being downloaded are not deleted.</Text>
      </ConfirmDialog>
    </>
  );
}
