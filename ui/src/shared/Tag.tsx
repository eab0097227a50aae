import type { ReactNode } from "react";
import classes from "./tag.module.css";

export type Tone = "plain" | "accent" | "good" | "warn" | "danger";

/** A short word about an object: its state, a role, a type. */
export function Tag({ tone = "plain", children, title }: { tone?: Tone; children: ReactNode; title?: string }) {
  return (
    <span className={classes.tag} data-tone={tone} title={title}>
      {children}
    </span>
  );
}

/** Several words in a row. */
export function Tags({ children }: { children: ReactNode }) {
  return <span className={classes.row}>{children}</span>;
}
