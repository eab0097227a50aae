import { ActionIcon, Text, Tooltip } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { Change, Dataset } from "@/api/types";
import { draftKey } from "@/features/draft/api/draft";
import { removeItem } from "@/features/draft/api/remove-item";
import type { Column } from "@/shared/list/ListTable";
import { Tag, type Tone } from "@/shared/Tag";
import { formatBytes, sentence } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";

const TONES: Record<Change["change"], Tone> = { ADDED: "good", CHANGED: "warn", REMOVED: "danger" };

export function changeColumns(dataset: Dataset, draft: number): Column<Change>[] {
  return [
    {
      header: "Path",
      cell: ({ path, change }) => (
        <Text style={{ overflowWrap: "anywhere" }} td={change === "REMOVED" ? "line-through" : undefined}>
          {path}
        </Text>
      ),
    },
    { header: "Change", width: "7rem", cell: ({ change }) => <Tag tone={TONES[change]}>{sentence(change)}</Tag> },
    { header: "Size", width: "7rem", align: "right", cell: ({ size }) => (size == null ? "–" : formatBytes(size)) },
    { header: "", cell: (change) => <TakeOut dataset={dataset} draft={draft} change={change} /> },
  ];
}

/** Takes a file out of the draft. */
function TakeOut({ dataset, draft, change }: { dataset: Dataset; draft: number; change: Change }) {
  const remove = useAct(() => removeItem(dataset.id, draft, change.path), { refresh: [draftKey(dataset.id, draft)] });
  if (change.change !== "ADDED") return null;
  return (
    <Tooltip label="Take out of the draft">
      <ActionIcon variant="subtle" color="gray" loading={remove.isPending} onClick={() => remove.mutate()} aria-label={`Take ${change.path} out of the draft`}>
        <IconTrash size={16} />
      </ActionIcon>
    </Tooltip>
  );
}
