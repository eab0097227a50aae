import { Link, type LinkProps, useLocation } from "@tanstack/react-router";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "./tab-links.module.css";

/** The tabs of a page; each is an address of its own, and the current one is in sight on narrow screens, too. */
export function TabLinks({ label, children }: { label: string; children: ReactNode }) {
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    bar.current?.querySelector("[data-status=active]")?.scrollIntoView?.({ block: "nearest", inline: "nearest" });
  }, [pathname]);
  return (
    <nav ref={bar} className={classes.tabs} aria-label={label}>
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
