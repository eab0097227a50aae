import { Link } from "@tanstack/react-router";
import type { Dataset, Item } from "@/api/types";
import { nameOf } from "@/features/item/folders";
import { labelSummary } from "@/features/item/label-summary";
import { thumbnailAddress } from "@/features/version/addresses";
import { formatBytes } from "@/shared/text/format";
import classes from "./items.module.css";
import { Thumbnail } from "../Thumbnail";

const TINY = 4_096;

/** One item in the grid. */
export function ItemTile({ dataset, reference, item }: { dataset: Dataset; reference: string; item: Item }) {
  return (
    <Link
      className={classes.tile}
      to="/workspaces/$workspaceId/datasets/$datasetId/item"
      params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
      search={{ ref: reference, path: item.path }}
      title={item.path}
    >
      <span className={classes.picture} data-small={item.size < TINY || undefined}>
        <Thumbnail address={thumbnailAddress(dataset.id, reference, item.path)} item={item} />
      </span>
      <span className={classes.caption}>
        <div className={classes.name}>{nameOf(item.path)}</div>
        <div className={classes.sub}>{labelSummary(item.labels) || formatBytes(item.size)}</div>
      </span>
    </Link>
  );
}
