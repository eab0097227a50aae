import { IconFolder } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Dataset } from "@/api/types";
import classes from "./items.module.css";

interface Props {
  dataset: Dataset;
  reference: string;
  folder: { name: string; path: string };
}

/** A folder to go into. */
export function FolderTile({ dataset, reference, folder: { name, path } }: Props) {
  return (
    <Link
      className={classes.folder}
      to="/workspaces/$workspaceId/datasets/$datasetId"
      params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
      search={{ ref: reference === "main" ? undefined : reference, prefix: path.endsWith("/") ? path : `${path}/` }}
    >
      <IconFolder size={18} stroke={1.7} />
      <span className={classes.name}>{name.replace(/\/$/, "")}</span>
    </Link>
  );
}
