import { ActionIcon, Button, Group, Text, Tooltip } from "@mantine/core";
import { IconArrowLeft, IconChevronLeft, IconChevronRight, IconDownload } from "@tabler/icons-react";
import type { Dataset, Item } from "@/api/types";
import { folderOf, nameOf } from "@/features/item/folders";
import { downloadAddress } from "@/features/version/addresses";
import { IconLink } from "@/shared/links";
import { EditLabels } from "./EditLabels";
import classes from "./viewer.module.css";

interface Props {
  dataset: Dataset;
  reference: string;
  item: Item;
  previous: string | null | undefined;
  next: string | null | undefined;
  editing: boolean;
  go: (path: string | null | undefined) => void;
}

/** The name of the item, the way back to its folder, its neighbours, its bytes. */
export function ItemHead({ dataset, reference, item, previous, next, editing, go }: Props) {
  return (
    <header className={classes.head}>
      <Tooltip label="Back to the folder">
        <IconLink
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Back to the folder"
          to="/workspaces/$workspaceId/datasets/$datasetId"
          params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
          search={{ ref: reference === "main" ? undefined : reference, prefix: folderOf(item.path) }}
        >
          <IconArrowLeft size={20} />
        </IconLink>
      </Tooltip>
      <div className={classes.title}>
        <h1>{nameOf(item.path)}</h1>
        <Text size="xs" c="dimmed" truncate>
          {dataset.name} / {item.path}
        </Text>
      </div>
      <Group gap="xs" wrap="nowrap">
        <EditLabels dataset={dataset} reference={reference} path={item.path} editing={editing} />
        <ActionIcon variant="default" size="lg" aria-label="Previous item" disabled={!previous} onClick={() => go(previous)}>
          <IconChevronLeft size={18} />
        </ActionIcon>
        <ActionIcon variant="default" size="lg" aria-label="Next item" disabled={!next} onClick={() => go(next)}>
          <IconChevronRight size={18} />
        </ActionIcon>
        <Button
          component="a"
          visibleFrom="sm"
          variant="default"
          leftSection={<IconDownload size={16} />}
          href={downloadAddress(dataset.id, reference, item.path)}
          download={nameOf(item.path)}
        >
          Download
        </Button>
        <ActionIcon
          component="a"
          hiddenFrom="sm"
          variant="default"
          size="lg"
          aria-label="Download"
          href={downloadAddress(dataset.id, reference, item.path)}
          download={nameOf(item.path)}
        >
          <IconDownload size={18} />
        </ActionIcon>
      </Group>
    </header>
  );
}
