import type { Box } from "@/api/types";
import { categoryColour } from "./category-colour";

export interface BoxCategory {
  name: string;
  colour: string;
  count: number;
}

/** The legend: the categories of these boxes, most frequent first. */
export function boxCategories(boxes: Box[], declared: string[]): BoxCategory[] {
  const counts = new Map<string, number>();
  for (const { category = "" } of boxes) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, count, colour: categoryColour(name, declared) }))
    .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name));
}
