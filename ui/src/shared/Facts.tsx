import type { ReactNode } from "react";
import classes from "./facts.module.css";

/** Names and values, to read. */
export function Facts({ rows }: { rows: (readonly [string, ReactNode] | null | false)[] }) {
  return (
    <dl className={classes.facts}>
      {rows.filter((row) => !!row).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
