import { Text, UnstyledButton } from "@mantine/core";
import type { Item } from "@/api/types";
import type { BoxCategory } from "@/features/item/box-categories";
import { Facts } from "@/shared/Facts";
import { Tag, Tags } from "@/shared/Tag";
import { formatBytes, formatCount, typeName } from "@/shared/text/format";
import classes from "./viewer.module.css";

interface Props {
  item: Item;
  categories: BoxCategory[];
  hidden: ReadonlySet<string>;
  toggle: (category: string) => void;
}

/** Beside the picture: its class, the legend of its boxes, what else is known of it. */
export function ItemSide({ item, categories, hidden, toggle }: Props) {
  const { CLASSIFICATION: classification, BOX2D: _boxes, ...others } = item.labels ?? {};
  const unlabelled = !classification && categories.length === 0 && Object.keys(others).length === 0;
  return (
    <aside className={classes.side} aria-label="Labels and details">
      <section>
        <h2>Labels</h2>
        {unlabelled && <Text c="dimmed">None.</Text>}
        {classification && (
          <Tags>
            {classification.category && <Tag tone="accent">{classification.category}</Tag>}
            {Object.entries(classification.attributes ?? {}).map(([name, value]) => (
              <Tag key={name}>
                {name}: {String(value)}
              </Tag>
            ))}
          </Tags>
        )}
        {categories.length > 0 && (
          <ul className={classes.legend} style={{ marginTop: classification ? 12 : 0 }}>
            {categories.map(({ name, colour, count }) => (
              <li key={name}>
                <UnstyledButton className={classes.entry} aria-pressed={!hidden.has(name)} onClick={() => toggle(name)} title="Show or hide">
                  <span className={classes.swatch} style={{ background: colour }} />
                  <span className={classes.grow}>{name || "without a category"}</span>
                  <Text component="span" size="sm" c="dimmed">
                    {formatCount(count)}
                  </Text>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        )}
        {Object.keys(others).length > 0 && (
          <Text size="sm" c="dimmed" mt="xs">
            Not drawn yet: {Object.keys(others).map(typeName).join(", ")}
          </Text>
        )}
      </section>
      <section>
        <h2>File</h2>
        <Facts
          rows={[
            ["Size", formatBytes(item.size)],
            ["Type", item.mediaType],
            item.digest ? ["SHA-256", <code key="digest" title={item.digest}>{item.digest.slice(0, 10)}…</code>] : null,
            ...Object.entries(item.metadata ?? {}).map(([name, value]) => [name, spoken(value)] as const),
          ]}
        />
      </section>
      <section>
        <h2>Keys</h2>
        <Text size="sm" c="dimmed">
          ← → previous and next, + − zoom, 0 fit
        </Text>
      </section>
    </aside>
  );
}

function spoken(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
