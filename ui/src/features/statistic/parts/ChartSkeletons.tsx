import { Skeleton } from "@mantine/core";
import classes from "./statistic.module.css";

/** Where charts are about to be. */
export function ChartSkeletons() {
  return (
    <div className={classes.grid} aria-busy="true">
      {["a", "b", "c", "d"].map((key) => (
        <Skeleton key={key} height={230} radius="md" />
      ))}
    </div>
  );
}
