import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconGitBranch } from "@tabler/icons-react";
import type { Dataset } from "@/api/types";
import { NewBranchDialog } from "../NewBranchDialog";

/** Starts a branch from where the main one is. */
export function NewBranchButton({ dataset }: { dataset: Dataset }) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconGitBranch size={16} />} onClick={open}>
        New branch
      </Button>
      <NewBranchDialog dataset={dataset} from="main" opened={opened} close={close} />
    </>
  );
}
