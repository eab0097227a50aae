import type { Dataset, Item } from "@/api/types";
import { nameOf } from "@/features/item/folders";
import { labelSummary } from "@/features/item/label-summary";
import { thumbnailAddress } from "@/features/version/addresses";
import { AnchorLink } from "@/shared/links";
import listClasses from "@/shared/list/list.module.css";
import { type Column, ListTable } from "@/shared/list/ListTable";
import { formatBytes } from "@/shared/text/format";
import classes from "./items.module.css";
import { Thumbnail } from "../Thumbnail";

/** Items as rows, where names and figures matter more than pictures. */
export function ItemTable({ dataset, reference, items }: { dataset: Dataset; reference: string; items: Item[] }) {
  const columns: Column<Item>[] = [
    {
      header: "Name",
      cell: (item) => (
        <span className={classes.file}>
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
