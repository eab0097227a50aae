import { Link, type LinkProps } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./tab-links.module.css";

/** The tabs of a page; each is an address of its own. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={classes.tabs} aria-label={label}>
      {children}
    </nav>
  );
}

/** One tab. */
export function TabLink({ children, note, ...link }: LinkProps & { children: ReactNode; note?: ReactNode }) {
  return (
    <Link {...link} className={classes.tab} activeOptions={{ includeSearch: false, ...link.activeOptions }}>
      {children}
      {note != null && <span className={classes.note}>{note}</span>}
    </Link>
  );
}
