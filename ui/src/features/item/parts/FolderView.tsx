import { Skeleton } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Dataset, FolderCount } from "@/api/types";
import { can } from "@/api/can";
import { folderQuery } from "@/features/item/api/folder";
import { folderCountsQuery } from "@/features/item/api/folder-counts";
import { useSelection } from "../use-selection";
import { AutoMore } from "@/shared/list/AutoMore";
import { EmptyState } from "@/shared/EmptyState";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatCount } from "@/shared/text/format";
import type { Look } from "../ItemsTab";
import { FolderTile } from "./FolderTile";
import { ItemTable } from "./ItemTable";
import { ItemTile } from "../ItemTile";
import { SelectionBar } from "./SelectionBar";
import frame from "../thumbnail.module.css";
import classes from "./items.module.css";

interface Props {
  dataset: Dataset;
  reference: string;
  prefix?: string;
  look: Look;
}

/** The folders and files directly under a prefix, as a grid of thumbnails or as a list. */
export function FolderView({ dataset, reference, prefix, look }: Props) {
  const query = useInfiniteQuery(folderQuery(dataset.id, reference, prefix));
  const counts = useQuery(folderCountsQuery(dataset.id, reference, prefix)).data?.items;
  const selection = useSelection();
  const draft = reference.startsWith("draft-") && can(dataset, "DATASET_CHANGE") ? Number(reference.slice("draft-".length)) : undefined;
  const picks = draft === undefined ? undefined : selection;
  if (query.isPending) return <SkeletonGrid />;
  if (query.isError && !query.data) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  const folders = query.data.pages.flatMap((page) => page.folders ?? []);
  const items = query.data.pages.flatMap((page) => page.items);
  if (folders.length === 0 && items.length === 0) return <EmptyState title="Nothing here">This folder holds no items in this version.</EmptyState>;
  return (
    <>
      {draft !== undefined && <SelectionBar dataset={dataset} draft={draft} selection={selection} prefix={prefix} />}
      {folders.length > 0 && (
        <div className={classes.folders}>
          {folders.map((folder) => (
            <FolderTile key={folder.path} dataset={dataset} reference={reference} folder={folder} count={counted(counts, folder.path)} selection={picks} />
          ))}
        </div>
      )}
      {items.length > 0 && look === "list" && <ItemTable dataset={dataset} reference={reference} items={items} selection={picks} />}
      {items.length > 0 && look === "grid" && (
        <div className={classes.grid}>
          {items.map((item) => (
            <ItemTile key={item.path} dataset={dataset} reference={reference} item={item} selection={picks} />
          ))}
        </div>
      )}
      <AutoMore query={query} />
    </>
  );
}

/** `10,000+` where it was not counted further. */
function counted(counts: FolderCount[] | undefined, folder: string): string | undefined {
  const found = counts?.find(({ path }) => path === folder);
  return found && `${formatCount(found.items)}${found.more ? "+" : ""}`;
}

/** Holds the place of thumbnails that are on their way. */
export function SkeletonGrid() {
  return (
    <div className={classes.grid} aria-busy="true" aria-label="Loading">
      {Array.from({ length: 12 }, (_, index) => (
        <div key={index} className={classes.tile}>
          <div className={frame.frame} />
          <div className={classes.caption}>
            <Skeleton height={12} width="70%" my={4} />
            <Skeleton height={10} width="40%" my={4} />
          </div>
        </div>
      ))}
    </div>
  );
}
