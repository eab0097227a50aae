import { ActionIcon, Text, Tooltip } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrash } from "@tabler/icons-react";
import type { Dataset, VersionTag } from "@/api/types";
import { deleteTag } from "@/features/branch/api/delete-tag";
import { datasetKey } from "@/features/dataset/api/dataset";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { useAct } from "@/shared/use-act";

/** Takes a tag off its version. */
export function TagActions({ dataset, tag }: { dataset: Dataset; tag: VersionTag }) {
  const [opened, { open, close }] = useDisclosure();
  const remove = useAct(() => deleteTag(dataset.id, tag.name), { says: `Tag ${tag.name} is gone.`, refresh: [datasetKey(dataset.id)], done: close });
  return (
    <>
      <Tooltip label="Delete tag">
        <ActionIcon variant="subtle" color="gray" onClick={open} aria-label={`Delete tag ${tag.name}`}>
          <IconTrash size={16} />
        </ActionIcon>
      </Tooltip>
      <ConfirmDialog title={`Delete tag ${tag.name}?`} opened={opened} close={close} confirm={() => remove.mutate()} pending={remove.isPending} action="Delete tag">
        <Text>Version {tag.number} stays, but is not found by this name any more; nothing protects it from deletion then.</Text>
      </ConfirmDialog>
    </>
  );
}
