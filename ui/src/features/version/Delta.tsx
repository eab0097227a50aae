import { formatCount } from "@/shared/text/format";
import classes from "./delta.module.css";

/** How much came, changed and went. */
export function Delta({ added, changed, removed }: { added: number; changed: number; removed: number }) {
  if (added + changed + removed === 0) return <span className={classes.none}>no changes</span>;
  return (
    <span className={classes.delta} aria-label={`${added} added, ${changed} changed, ${removed} removed`}>
      {added > 0 && <span data-kind="added">+{formatCount(added)}</span>}
      {changed > 0 && <span data-kind="changed">±{formatCount(changed)}</span>}
      {removed > 0 && <span data-kind="removed">−{formatCount(removed)}</span>}
    </span>
  );
}
