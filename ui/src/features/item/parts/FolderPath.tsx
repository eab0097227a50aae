import { Link } from "@tanstack/react-router";
import type { Dataset } from "@/api/types";
import { foldersOf } from "@/features/item/folders";
import classes from "./items.module.css";

/** Where in the dataset one is, and the way back up. */
export function FolderPath({ dataset, reference, prefix }: { dataset: Dataset; reference?: string; prefix?: string }) {
  const folders = foldersOf(prefix);
  const params = { workspaceId: dataset.workspaceId, datasetId: dataset.id };
  if (folders.length === 0) return null;
  return (
    <nav className={classes.path} aria-label="Folder">
      <Link to="/workspaces/$workspaceId/datasets/$datasetId" params={params} search={{ ref: reference }}>
        {dataset.name}
      </Link>
      {folders.map(({ name, prefix: to }, index) => (
        <span key={to} className={classes.path}>
          <span aria-hidden="true">/</span>
          {index === folders.length - 1 ? (
            <span aria-current="location">{name}</span>
          ) : (
            <Link to="/workspaces/$workspaceId/datasets/$datasetId" params={params} search={{ ref: reference, prefix: to }}>
              {name}
            </Link>
          )}
        </span>
      ))}
    </nav>
  );
}
