import type { Catalog, Statistics } from "@/api/types";

export interface TypeFigures {
  type: string;
  categories: { name: string; count: number }[];
}

/** The types and categories that are declared or occur, with how often, most frequent first. */
export function labelFigures(catalog: Catalog, { labels = {} }: Statistics): TypeFigures[] {
  const types = [...new Set([...Object.keys(catalog), ...Object.keys(labels)])];
  return types.map((type) => {
    const counts = labels[type] ?? {};
    const names = new Set([...(catalog[type]?.categories ?? []).map(({ name }) => name), ...Object.keys(counts)]);
    const categories = [...names].map((name) => ({ name, count: counts[name] ?? 0 }));
    return { type, categories: categories.sort((one, other) => other.count - one.count) };
  });
}
