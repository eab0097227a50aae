import { Button, Group, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Dataset } from "@/api/types";
import { plural } from "@/shared/text/format";
import type { Selection } from "../use-selection";
import { EditItemsDialog } from "./EditItemsDialog";
import classes from "./items.module.css";
import { MoveItemsDialog } from "./MoveItemsDialog";
import { RemoveItemsDialog } from "./RemoveItemsDialog";

interface Props {
  dataset: Dataset;
  draft: number;
  selection: Selection;
  prefix?: string;
}

/** What one may do with what is ticked. */
export function SelectionBar({ dataset, draft, selection, prefix = "" }: Props) {
  const [removing, remove] = useDisclosure();
  const [moving, move] = useDisclosure();
  const [editing, edit] = useDisclosure();
  const { paths, folders, size } = selection;
  if (size === 0) {
    return (
      <Group mb="md" gap="sm">
        <Text size="sm" c="dimmed">
          Tick files and folders to move, label or remove them.
        </Text>
        <Button size="compact-sm" variant="default" onClick={() => selection.all([], [prefix])}>
          {prefix ? "Select the whole folder" : "Select everything"}
        </Button>
      </Group>
    );
  }
  const all = folders.has(prefix);
  const words = all
    ? prefix === ""
      ? "Everything in the draft"
      : `All of ${prefix}`
    : [folders.size > 0 && plural(folders.size, "folder"), paths.size > 0 && plural(paths.size, "file")].filter(Boolean).join(" and ");
  const common = { dataset, draft, selection };
  return (
    <div className={classes.selected} role="region" aria-label="Selection">
      <Text size="sm" fw={550}>
        {words} selected
      </Text>
      <span className={classes.gap} />
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={edit.open}>
          Labels and metadata
        </Button>
        {!(all && prefix === "") && (
          <Button size="compact-sm" variant="default" onClick={move.open}>
            {size === 1 ? "Move or rename" : "Move"}
          </Button>
        )}
        <Button size="compact-sm" variant="default" c="var(--k-danger)" onClick={remove.open}>
          Remove
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={selection.clear}>
          Clear
        </Button>
      </Group>
      <RemoveItemsDialog {...common} words={words} opened={removing} close={remove.close} />
      <MoveItemsDialog {...common} opened={moving} close={move.close} />
      <EditItemsDialog {...common} words={words} opened={editing} close={edit.close} />
    </div>
  );
}
