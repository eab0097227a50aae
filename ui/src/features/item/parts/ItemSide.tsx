import { Text, UnstyledButton } from "@mantine/core";
import type { Item } from "@/api/types";
import { undrawn } from "@/features/item/drawings";
import type { LegendEntry } from "@/features/item/legend";
import { isPicture } from "@/features/item/media";
import { Facts } from "@/shared/Facts";
import { Tag, Tags } from "@/shared/Tag";
import { formatBytes, formatCount, typeName } from "@/shared/text/format";
import classes from "./viewer.module.css";

interface Props {
  item: Item;
  legend: LegendEntry[];
  hidden: ReadonlySet<string>;
  toggle: (key: string) => void;
}

/** Beside the picture: its class, the legend of what is drawn, what else is known of it. */
export function ItemSide({ item, legend, hidden, toggle }: Props) {
  const { CLASSIFICATION: classification, SENTENCE: sentences = [] } = item.labels ?? {};
  const others = undrawn(item.labels);
  const types = [...new Set(legend.map(({ type }) => type))];
  const unlabelled = !classification && legend.length + sentences.length + others.length === 0;
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
        {types.map((type) => (
          <div key={type} className={classes.labelType}>
            <h3>{typeName(type)}</h3>
            <ul className={classes.legend}>
              {legend
                .filter((entry) => entry.type === type)
                .map(({ key, category, colour, count }) => (
                  <li key={key}>
                    <UnstyledButton className={classes.entry} aria-pressed={!hidden.has(key)} onClick={() => toggle(key)} title="Show or hide">
                      <span className={classes.swatch} style={{ background: colour }} />
                      <span className={classes.grow}>{category || "without a category"}</span>
                      <Text component="span" size="sm" c="dimmed">
                        {formatCount(count)}
                      </Text>
                    </UnstyledButton>
                  </li>
                ))}
            </ul>
          </div>
        ))}
        {sentences.length > 0 && (
          <div className={classes.labelType}>
            <h3>{typeName("SENTENCE")}</h3>
            {sentences.map(({ sentence }, index) => (
              <Text key={index} size="sm" className={classes.words}>
                {sentence.map(({ text }) => text).join(" ")}
              </Text>
            ))}
          </div>
        )}
        {others.map(([type, stored]) => (
          <Stored key={type} type={type} stored={stored} />
        ))}
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
          {isPicture(item.mediaType) ? "← → previous and next, + − zoom, 0 fit" : "← → previous and next"}
        </Text>
      </section>
    </aside>
  );
}

/** Labels that have no drawing, as they are stored. */
function Stored({ type, stored }: { type: string; stored: unknown }) {
  return (
    <details className={classes.labelType}>
      <summary>
        {typeName(type)}
        {Array.isArray(stored) && ` (${formatCount(stored.length)})`}
      </summary>
      <pre className={classes.stored} tabIndex={0} aria-label={`${typeName(type)} as stored`}>
        {JSON.stringify(stored, null, 1)}
      </pre>
    </details>
  );
}

function spoken(value: unknown): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
