import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { Dataset, Item } from "@/api/types";
import { nameOf } from "@/features/item/folders";
import { labelSummary } from "@/features/item/label-summary";
import { thumbnailAddress } from "@/features/version/addresses";
import { formatBytes } from "@/shared/text/format";
import type { Selection } from "./use-selection";
import classes from "./parts/items.module.css";
import { Thumbnail } from "./Thumbnail";
import frame from "./thumbnail.module.css";

const TINY = 4_096;

interface Props {
  dataset: Dataset;
  reference: string;
  item: Item;
  selection?: Selection;
}

/** One item in the grid, in a draft with a box to tick. */
export function ItemTile({ dataset, reference, item, selection }: Props) {
  if (!selection) return <Tile dataset={dataset} reference={reference} item={item} />;
  return (
    <div className={classes.ticked}>
      <Checkbox
        className={classes.corner}
        checked={selection.paths.has(item.path)}
        onChange={() => selection.togglePath(item.path)}
        aria-label={`Select ${nameOf(item.path)}`}
      />
      <Tile dataset={dataset} reference={reference} item={item} />
    </div>
  );
}

function Tile({ dataset, reference, item }: Props) {
  return (
    <Link
      className={classes.tile}
      to="/workspaces/$workspaceId/datasets/$datasetId/item"
      params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
      search={{ ref: reference, path: item.path }}
      title={item.path}
    >
      <span className={frame.frame} data-small={item.size < TINY || undefined}>
        <Thumbnail address={thumbnailAddress(dataset.id, reference, item.path)} item={item} />
      </span>
      <span className={classes.caption}>
        <div className={classes.name}>{nameOf(item.path)}</div>
        <div className={classes.sub}>{labelSummary(item.labels) || formatBytes(item.size)}</div>
      </span>
    </Link>
  );
}
