import type { Catalog } from "@/api/types";
import { categoryColour } from "./category-colour";
import type { Drawn } from "./drawings";

export interface LegendEntry {
  /** Of type and category: what is shown or hidden together. */
  key: string;
  type: string;
  category: string;
  colour: string;
  count: number;
}

export function keyOf({ type, category }: Pick<Drawn, "type" | "category">): string {
  return `${type} ${category}`;
}

/** The colour of a label, the same in picture and legend. */
export function colourOf({ type, category }: Pick<Drawn, "type" | "category">, catalog: Catalog): string {
  return categoryColour(category, (catalog[type]?.categories ?? []).map(({ name }) => name));
}

/** What is drawn on an item: type by type its categories, most frequent first. */
export function legendOf(drawings: Drawn[], catalog: Catalog): LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const drawn of drawings) {
    const key = keyOf(drawn);
    const entry = entries.get(key) ?? { key, type: drawn.type, category: drawn.category, colour: colourOf(drawn, catalog), count: 0 };
    entries.set(key, { ...entry, count: entry.count + 1 });
  }
  return [...entries.values()].sort(
    (one, other) => one.type.localeCompare(other.type) || other.count - one.count || one.category.localeCompare(other.category),
  );
}
