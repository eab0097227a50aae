import type { Labels } from "@/api/types";
import { plural } from "@/shared/text/format";

/** Labels in a few words, for a tile: the class, then how many of each shape. */
export function labelSummary(labels: Labels | null | undefined): string {
  if (!labels) return "";
  return Object.entries(labels)
    .map(([type, value]) => {
      if (type === "CLASSIFICATION") return (value as Labels["CLASSIFICATION"])?.category ?? "";
      if (type === "BOX2D" && Array.isArray(value)) return value.length > 0 ? plural(value.length, "box", "boxes") : "";
      if (Array.isArray(value)) return value.length > 0 ? `${value.length} ${type.toLowerCase().replaceAll("_", " ")}` : "";
      return type.toLowerCase().replaceAll("_", " ");
    })
    .filter(Boolean)
    .join(" · ");
}
