import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Catalog, Statistics } from "@/api/types";
import { labelFigures } from "@/features/dataset/label-figures";
import { formatCount, typeName } from "@/shared/text/format";
import classes from "./label-figures.module.css";

interface Props {
  catalog: Catalog;
  statistics: Statistics;
  none: ReactNode;
}

/** Per label type its categories as bars, the most frequent first. */
export function LabelFigures({ catalog, statistics, none }: Props) {
  const figures = labelFigures(catalog, statistics);
  if (figures.length === 0) return <>{none}</>;
  return (
    <div className={classes.types}>
      {figures.map(({ type, categories }) => {
        const most = Math.max(1, ...categories.map(({ count }) => count));
        return (
          <div key={type}>
            <Title order={3} mb="xs">
              {typeName(type)}
            </Title>
            {categories.length === 0 && <Text c="dimmed">No categories declared.</Text>}
            <ul className={classes.list}>
              {categories.map(({ name, count }) => (
                <li key={name}>
                  <span className={classes.name}>{name}</span>
                  <span className={classes.track}>
                    <span className={classes.bar} style={{ width: `${(count / most) * 100}%` }} />
                  </span>
                  <span className={classes.count}>{formatCount(count)}</span>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </div>
  );
}
