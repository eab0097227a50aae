import { Checkbox } from "@mantine/core";
import type { Dataset, Item } from "@/api/types";
import { nameOf } from "@/features/item/folders";
import { labelSummary } from "@/features/item/label-summary";
import { thumbnailAddress } from "@/features/version/addresses";
import { AnchorLink } from "@/shared/links";
import listClasses from "@/shared/list/list.module.css";
import { type Column, ListTable } from "@/shared/list/ListTable";
import { formatBytes } from "@/shared/text/format";
import type { Selection } from "../use-selection";
import classes from "./items.module.css";
import { Thumbnail } from "../Thumbnail";

interface Props {
  dataset: Dataset;
  reference: string;
  items: Item[];
  selection?: Selection;
}

/** Items as rows, where names and figures matter more than pictures. */
export function ItemTable({ dataset, reference, items, selection }: Props) {
  const columns: Column<Item>[] = [
    {
      header: "Name",
      cell: (item) => (
        <span className={classes.file}>
          {selection && (
            <Checkbox checked={selection.paths.has(item.path)} onChange={() => selection.togglePath(item.path)} aria-label={`Select ${nameOf(item.path)}`} />
          )}
          <span className={classes.thumb}>
            <Thumbnail address={thumbnailAddress(dataset.id, reference, item.path)} item={item} />
          </span>
          <AnchorLink
            c="var(--k-ink)"
            style={{ overflowWrap: "anywhere" }}
            to="/workspaces/$workspaceId/datasets/$datasetId/item"
            params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
            search={{ ref: reference, path: item.path }}
          >
            {nameOf(item.path)}
          </AnchorLink>
        </span>
      ),
    },
    { header: "Labels", cell: ({ labels }) => labelSummary(labels) || "–" },
    { header: "Type", cell: ({ mediaType }) => mediaType },
    { header: "Size", align: "right", cell: ({ size }) => formatBytes(size) },
  ];
  return (
    <div className={listClasses.frame}>
      <ListTable label="Items" columns={columns} rows={items} rowKey={({ path }) => path} />
    </div>
  );
}
