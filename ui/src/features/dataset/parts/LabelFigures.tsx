import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { Catalog, Statistics } from "@/api/types";
import { type Figure, labelFigures } from "@/features/dataset/label-figures";
import { formatCount, typeName } from "@/shared/text/format";
import classes from "./label-figures.module.css";

interface Props {
  catalog: Catalog;
  statistics: Statistics;
  none: ReactNode;
}

/** Per label type its categories and attribute values as bars, the most frequent first. */
export function LabelFigures({ catalog, statistics, none }: Props) {
  const figures = labelFigures(catalog, statistics);
  if (figures.length === 0) return <>{none}</>;
  return (
    <div className={classes.types}>
      {figures.map(({ type, categories, attributes }) => (
        <div key={type}>
          <Title order={3} mb="xs">
            {typeName(type)}
          </Title>
          {categories.length === 0 && <Text c="dimmed">No categories declared.</Text>}
          <Bars figures={categories} nameless="without a category" />
          {attributes.map(({ name, values }) => (
            <div key={name} className={classes.attribute}>
              <Text component="h4" size="sm" c="dimmed">
                {name}
              </Text>
              <Bars figures={values} nameless="other values" />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function Bars({ figures, nameless }: { figures: Figure[]; nameless: string }) {
  const most = Math.max(1, ...figures.map(({ count }) => count));
  return (
    <ul className={classes.list}>
      {figures.map(({ name, count }) => (
        <li key={name}>
          <span className={classes.name}>{name || nameless}</span>
          <span className={classes.track}>
            <span className={classes.bar} style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className={classes.count}>{formatCount(count)}</span>
        </li>
      ))}
    </ul>
  );
}
