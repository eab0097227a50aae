import { Checkbox } from "@mantine/core";
import { IconFolder } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Dataset } from "@/api/types";
import type { Selection } from "../use-selection";
import classes from "./items.module.css";

interface Props {
  dataset: Dataset;
  reference: string;
  folder: { name: string; path: string };
  /** How many items are in it, once that is known. */
  count?: string;
  selection?: Selection;
}

/** A folder to go into, and in a draft to tick. */
export function FolderTile({ dataset, reference, folder: { name, path }, count, selection }: Props) {
  const prefix = path.endsWith("/") ? path : `${path}/`;
  const spoken = name.replace(/\/$/, "");
  return (
    <div className={classes.folder}>
      {selection && (
        <Checkbox className={classes.tick} checked={selection.folders.has(prefix)} onChange={() => selection.toggleFolder(prefix)} aria-label={`Select folder ${spoken}`} />
      )}
      <Link
        className={classes.into}
        aria-label={spoken}
        to="/workspaces/$workspaceId/datasets/$datasetId"
        params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
        search={{ ref: reference === "main" ? undefined : reference, prefix }}
      >
        <IconFolder size={18} stroke={1.7} />
        <span className={classes.name}>{spoken}</span>
        {count !== undefined && <span className={classes.count}>{count}</span>}
      </Link>
    </div>
  );
}
