import { useInfiniteQuery } from "@tanstack/react-query";
import type { OpenDataset } from "@/api/types";
import { openDatasetsQuery } from "@/features/dataset/api/open-datasets";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ListBar } from "@/shared/list/ListBar";
import type { Column } from "@/shared/list/ListTable";
import { useListSearch } from "@/shared/list/use-list-search";
import { Screen } from "@/shared/Screen";
import { createdColumn, figureColumns, nameColumn } from "./parts/dataset-columns";

/** What organizations opened to every signed-in user (T-03). */
export function OpenDatasetsPage() {
  const { q, sort } = useListSearch();
  const datasets = useInfiniteQuery(openDatasetsQuery({ q, sort }));
  return (
    <Screen title="Open datasets" lead="Opened to every signed-in user of this installation, whatever the workspace.">
      <ListBar placeholder="Search open datasets" />
      <InfiniteList
        label="Open datasets"
        query={datasets}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        empty={
          q ? (
            <EmptyState title="Nothing found">No open dataset has this in its name.</EmptyState>
          ) : (
            <EmptyState title="No open datasets yet">Dataset admins open a dataset in its settings; a workspace admin confirms it.</EmptyState>
          )
        }
      />
    </Screen>
  );
}

const COLUMNS: Column<OpenDataset>[] = [nameColumn, { header: "Organization", cell: ({ organization }) => organization.name }, ...figureColumns, createdColumn];
