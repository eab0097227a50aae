import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./list.module.css";
import { useListSearch } from "./use-list-search";

export interface Column<T> {
  /** Empty for the column of actions. */
  header: string;
  cell: (row: T) => ReactNode;
  /** The server's name of this order, where it offers one. */
  sort?: string;
  align?: "right";
  width?: string;
}

/** Rows under headings; on phones each row becomes a card that repeats the headings. */
export function ListTable<T>({ label, columns, rows, rowKey }: { label: string; columns: Column<T>[]; rows: T[]; rowKey: (row: T) => string }) {
  return (
    <table className={classes.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.header} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ header, cell, align }) => (
              <td key={header} data-label={header || undefined} data-align={align} className={header ? undefined : classes.actions}>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A heading; where the server offers the order, a click takes it and a second one turns it round. */
function Heading<T>({ column: { header, sort, align, width } }: { column: Column<T> }) {
  const { sort: current, set } = useListSearch();
  if (!sort) {
    return (
      <th scope="col" data-align={align} style={{ width }}>
        {header || <VisuallyHidden>Actions</VisuallyHidden>}
      </th>
    );
  }
  const up = current === sort;
  const down = current === `-${sort}`;
  return (
    <th scope="col" data-align={align} style={{ width }} aria-sort={up ? "ascending" : down ? "descending" : "none"}>
      <UnstyledButton className={classes.sort} onClick={() => set({ sort: up ? `-${sort}` : sort })}>
        {header}
        {up && <IconArrowUp size={14} />}
        {down && <IconArrowDown size={14} />}
      </UnstyledButton>
    </th>
  );
}
