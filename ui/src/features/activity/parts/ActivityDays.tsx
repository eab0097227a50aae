import "@mantine/charts/styles.layer.css";
import { BarChart } from "@mantine/charts";
import { Skeleton, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type ActivityFilter, activityDaysQuery, type Place } from "@/features/activity/api/activity";
import { useActivitySearch } from "@/features/activity/use-activity-search";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatCount, formatDate, plural } from "@/shared/text/format";
import classes from "./activity.module.css";

interface Day {
  day: string;
  count: number;
}

/** How much happened on each day, as a picture and, for who prefers or needs it, as a table; a day leads to its actions. */
export function ActivityDays({ place, filter }: { place: Place; filter: ActivityFilter }) {
  const days = useQuery({ ...activityDaysQuery(place, filter), placeholderData: (before) => before });
  const { set } = useActivitySearch();
  const pick = (day: string) => set({ from: day, to: day });
  const [table, setTable] = useState(false);
  if (days.isError) return <ProblemNotice error={days.error} retry={() => void days.refetch()} />;
  const all = days.data?.items ?? [];
  const sum = all.reduce((before, { count }) => before + count, 0);
  return (
    <section className={classes.days} aria-label="Actions per day">
      <div className={classes.daysHead}>
        <span>{days.isPending ? "Counting" : summary(all, sum)}</span>
        <UnstyledButton className={classes.turn} aria-pressed={table} onClick={() => setTable(!table)}>
          {table ? "As a chart" : "As a table"}
        </UnstyledButton>
      </div>
      {days.isPending ? <Skeleton height={140} /> : table ? <DayTable days={all} pick={pick} /> : <DayChart days={all} pick={pick} />}
    </section>
  );
}

function summary(days: Day[], sum: number): string {
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? `${plural(sum, "action")}, ${formatDate(first.day)} to ${formatDate(last.day)}` : "No days";
}

interface Props {
  days: Day[];
  /** Shows only what happened that day. */
  pick: (day: string) => void;
}

function DayChart({ days, pick }: Props) {
  return (
    <div aria-hidden="true">
      <BarChart
        h={140}
        data={days.map(({ day, count }) => ({ day: formatDate(day), Actions: count }))}
        dataKey="day"
        series={[{ name: "Actions", color: "var(--k-accent)" }]}
        gridAxis="x"
        gridColor="var(--k-line)"
        textColor="var(--k-muted)"
        cursorFill="var(--k-hover)"
        maxBarWidth={28}
        tickLine="none"
        valueFormatter={formatCount}
        xAxisProps={{ minTickGap: 40 }}
        yAxisProps={{ allowDecimals: false, width: 44 }}
        barProps={{
          isAnimationActive: false,
          cursor: "pointer",
          onClick: (_, index) => {
            const day = days[index];
            if (day) pick(day.day);
          },
        }}
        tooltipAnimationDuration={0}
      />
    </div>
  );
}

function DayTable({ days, pick }: Props) {
  return (
    <div className={classes.dayTable} tabIndex={0} role="region" aria-label="Actions per day, as a table">
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map(({ day, count }) => (
            <tr key={day}>
              <th scope="row">
                <UnstyledButton className={classes.pick} title="Only what happened that day" onClick={() => pick(day)}>
                  {formatDate(day)}
                </UnstyledButton>
              </th>
              <td>{formatCount(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
