import { Button, Skeleton } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { itemsOf, type Page } from "@/api/page";
import classes from "./list.module.css";
import { type Column, ListTable } from "./ListTable";
import { useListSearch } from "./use-list-search";
import { EmptyState } from "@/shared/EmptyState";
import { ProblemNotice } from "@/shared/ProblemNotice";

interface Props<T> {
  label: string;
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  /** Shown where there is nothing at all; a search without hits has words of its own. */
  empty: ReactNode;
}

/** A list in all its states: waiting, failed, empty, found nothing, rows, more rows. */
export function InfiniteList<T>({ label, query, columns, rowKey, empty }: Props<T>) {
  const { q } = useListSearch();
  if (query.isPending) return <SkeletonRows columns={columns.length} />;
  const rows = itemsOf(query.data);
  if (query.isError && rows.length === 0) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (rows.length === 0) return q ? <EmptyState title="No match">Nothing here goes by “{q}”.</EmptyState> : <>{empty}</>;
  return (
    <>
      <div className={classes.frame}>
        <ListTable label={label} columns={columns} rows={rows} rowKey={rowKey} />
      </div>
      <More query={query} />
    </>
  );
}

/** The way to the next page of any list that is read by cursor. */
export function More({ query }: { query: Pick<UseInfiniteQueryResult, "hasNextPage" | "isFetchingNextPage" | "isFetchNextPageError" | "error" | "fetchNextPage"> }) {
  if (query.isFetchNextPageError) return <ProblemNotice error={query.error} retry={() => void query.fetchNextPage()} />;
  if (!query.hasNextPage) return null;
  return (
    <div className={classes.more}>
      <Button variant="default" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
        Show more
      </Button>
    </div>
  );
}

/** Holds the place of rows that are on their way. */
export function SkeletonRows({ columns, rows = 5 }: { columns: number; rows?: number }) {
  return (
    <div className={classes.frame} aria-busy="true" aria-label="Loading">
      <table className={classes.table}>
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              {Array.from({ length: columns }, (_, column) => (
                <td key={column}>
                  <Skeleton height={12} width={column === 0 ? "70%" : "45%"} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
