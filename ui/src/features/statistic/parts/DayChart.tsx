import "@mantine/charts/styles.layer.css";
import { BarChart, LineChart } from "@mantine/charts";
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { formatDate } from "@/shared/text/format";
import classes from "./statistic.module.css";

type Figure<D> = { [K in keyof D]: D[K] extends number ? K : never }[keyof D];

interface Props<D extends { day: string }> {
  title: string;
  days: D[];
  lines: [name: string, figure: Figure<D>][];
  format: (value: number) => string;
  /** For what is done on a day, and not what there is. */
  bars?: boolean;
}

const COLORS = ["var(--k-accent)", "var(--k-warn)", "var(--k-danger)"];

/** Figures over days as a picture and, for who prefers or needs it, as a table; the newest beside the title. */
export function DayChart<D extends { day: string }>({ title, days, lines, format, bars }: Props<D>) {
  const [table, setTable] = useState(false);
  const last = days.at(-1);
  const shared = {
    h: 160,
    data: days.map((day) => ({ day: formatDate(day.day), ...Object.fromEntries(lines.map(([name, figure]) => [name, day[figure]])) })),
    dataKey: "day",
    series: lines.map(([name], index) => ({ name, color: COLORS[index] ?? "gray" })),
    gridAxis: "x" as const,
    gridColor: "var(--k-line)",
    textColor: "var(--k-muted)",
    tickLine: "none" as const,
    valueFormatter: format,
    withLegend: lines.length > 1,
    xAxisProps: { minTickGap: 40 },
    yAxisProps: { allowDecimals: false, width: 64 },
    tooltipAnimationDuration: 0,
  };
  return (
    <section className={classes.chart} aria-label={title}>
      <div className={classes.head}>
        <h2 className={classes.title}>{title}</h2>
        <UnstyledButton className={classes.turn} aria-pressed={table} onClick={() => setTable(!table)}>
          {table ? "As a chart" : "As a table"}
        </UnstyledButton>
      </div>
      <p className={classes.now}>{last && lines.map(([name, figure]) => `${name} ${format(Number(last[figure]))}`).join(" · ")}</p>
      {table ? (
        <DayTable title={title} days={days} lines={lines} format={format} />
      ) : (
        <div aria-hidden="true">
          {bars ? (
            <BarChart {...shared} maxBarWidth={28} cursorFill="var(--k-hover)" barProps={{ isAnimationActive: false }} />
          ) : (
            <LineChart {...shared} curveType="stepAfter" withDots={days.length === 1} lineProps={{ isAnimationActive: false }} />
          )}
        </div>
      )}
    </section>
  );
}

function DayTable<D extends { day: string }>({ title, days, lines, format }: Props<D>) {
  return (
    <div className={classes.table} tabIndex={0} role="region" aria-label={`${title}, as a table`}>
      <table>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {lines.map(([name]) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.toReversed().map((day) => (
            <tr key={day.day}>
              <th scope="row">{formatDate(day.day)}</th>
              {lines.map(([name, figure]) => (
                <td key={name}>{format(Number(day[figure]))}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
