import type { Where } from "@/api/types";

export type Field = "path" | "mediaType" | "size" | "metadata" | "label";
export type Comparator = "is" | "isNot" | "startsWith" | "endsWith" | "contains" | "atLeast" | "atMost" | "there";

/** One line of the builder, as far as it is filled in. */
export interface Line {
  id: number;
  field: Field;
  negated: boolean;
  comparator: Comparator;
  value: string;
  /** Of metadata its field, of a label an attribute. */
  name: string;
  type: string;
  category: string;
}

/** Lines and groups that all hold, or of which any does. */
export interface Group {
  id: number;
  how: "all" | "any";
  negated: boolean;
  parts: (Line | Group)[];
}

let last = 0;

export function newLine(field: Field = "path", type = ""): Line {
  return { id: ++last, field, negated: false, comparator: COMPARATORS[field][0] ?? "is", value: "", name: "", type, category: "" };
}

export function newGroup(how: Group["how"], parts: Group["parts"] = []): Group {
  return { id: ++last, how, negated: false, parts };
}

export const isGroup = (part: Line | Group): part is Group => "parts" in part;

/** What each field is compared by. */
export const COMPARATORS: Record<Field, Comparator[]> = {
  path: ["startsWith", "contains", "endsWith", "is"],
  mediaType: ["startsWith", "is", "contains"],
  size: ["atLeast", "atMost"],
  metadata: ["is", "isNot", "there", "startsWith", "contains", "atLeast", "atMost"],
  label: ["there", "is", "isNot", "startsWith", "contains", "atLeast", "atMost"],
};

/** As the server asks it; nothing where no line is filled in. */
export function whereOf(group: Group): Where | undefined {
  const parts = group.parts.map((part) => (isGroup(part) ? whereOf(part) : lineOf(part))).filter((part) => part !== undefined);
  const [first, ...others] = parts;
  if (!first) return undefined;
  const where: Where = others.length === 0 ? first : group.how === "all" ? { all: parts } : { any: parts };
  return group.negated ? { not: where } : where;
}

function lineOf(line: Line): Where | undefined {
  const where = positive(line);
  return where && line.negated ? { not: where } : where;
}

function positive({ field, comparator, value, name, type, category }: Line): Where | undefined {
  if (field === "path" || field === "mediaType") return value === "" ? undefined : { [field]: { [comparator]: value } };
  if (field === "size") return Number.isFinite(number(value)) ? { size: { [comparator]: number(value) } } : undefined;
  const compared = comparator === "there" ? undefined : comparison(comparator, value);
  if (comparator !== "there" && !compared && (field === "metadata" || name !== "")) return undefined;
  if (field === "metadata") return name === "" ? undefined : { metadata: { key: name, value: compared } };
  if (type === "") return undefined;
  return {
    label: {
      type: type as NonNullable<Where["label"]>["type"],
      category: category || undefined,
      attributes: name === "" ? undefined : [{ name, value: compared }],
    },
  };
}

function comparison(comparator: Comparator, value: string): Record<string, unknown> | undefined {
  if (value === "") return undefined;
  if (comparator === "atLeast" || comparator === "atMost") return Number.isFinite(number(value)) ? { [comparator]: number(value) } : undefined;
  return { [comparator]: comparator === "is" || comparator === "isNot" ? scalar(value) : value };
}

function number(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

/** `3`, `true` and `null` mean the number, the truth value and nothing; `"3"` is a text. */
export function scalar(text: string): string | number | boolean | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? text : (value as string | number | boolean | null);
  } catch {
    return text;
  }
}
