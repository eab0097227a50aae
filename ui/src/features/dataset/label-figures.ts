import type { Catalog } from "@/api/types";

export interface TypeFigures {
  type: string;
  categories: { name: string; count: number | null }[];
}

/** The catalog's types and categories with the counts that the server knows, most frequent first. */
export function labelFigures(catalog: Catalog | null | undefined, labels: Record<string, unknown> | null | undefined): TypeFigures[] {
  const types = [...new Set([...Object.keys(catalog ?? {}), ...Object.keys(labels ?? {})])];
  return types.map((type) => ({ type, categories: categories(catalog?.[type]?.categories ?? [], labels?.[type]) }));
}

function categories(declared: { name: string }[], counted: unknown): TypeFigures["categories"] {
  const counts = countsOf(counted);
  const names = new Set([...declared.map(({ name }) => name), ...counts.keys()]);
  return [...names]
    .map((name) => ({ name, count: counts.get(name) ?? (counts.size > 0 ? 0 : null) }))
    .sort((one, other) => (other.count ?? 0) - (one.count ?? 0));
}

function countsOf(counted: unknown): Map<string, number> {
  const found = new Map<string, number>();
  const source = typeof counted === "object" && counted !== null && "categories" in counted ? counted.categories : counted;
  if (Array.isArray(source)) {
    for (const { name, category, count } of source) found.set(String(name ?? category), Number(count));
  } else if (typeof source === "object" && source !== null) {
    for (const [name, count] of Object.entries(source)) if (typeof count === "number") found.set(name, count);
  }
  return found;
}
