import type { Catalog, Statistics } from "@/api/types";

export interface Figure {
  name: string;
  count: number;
}

export interface TypeFigures {
  type: string;
  categories: Figure[];
  attributes: { name: string; values: Figure[] }[];
}

/** The types, categories and attributes that are declared or occur, with how often, most frequent first. */
export function labelFigures(catalog: Catalog, { labels = {}, attributes = {} }: Statistics): TypeFigures[] {
  const types = [...new Set([...Object.keys(catalog), ...Object.keys(labels)])];
  return types.map((type) => {
    const counts = labels[type] ?? {};
    const declared = (catalog[type]?.categories ?? []).map(({ name }) => name);
    const occurring = attributes[type] ?? {};
    return {
      type,
      categories: figures(counts, declared),
      attributes: Object.entries(occurring).map(([name, values]) => ({ name, values: figures(values, []) })),
    };
  });
}

function figures(counts: Record<string, number>, declared: string[]): Figure[] {
  const names = new Set([...declared, ...Object.keys(counts)]);
  return [...names].map((name) => ({ name, count: counts[name] ?? 0 })).sort((one, other) => other.count - one.count);
}
