/** An attribute as a catalog declares it. */
export interface Attribute {
  name: string;
  type?: string | string[];
  enum?: unknown[];
  minimum?: number;
  maximum?: number;
  parentCategories?: string[];
  description?: string;
}

export type Control = "choice" | "yes-no" | "number" | "text" | "json";

/** By what an attribute is given its value. */
export function controlOf({ type, enum: values }: Attribute): Control {
  if (values && values.length > 0) return "choice";
  const types = (typeof type === "string" ? [type] : (type ?? [])).filter((one) => one !== "null");
  if (types.length !== 1) return "json";
  switch (types[0]) {
    case "boolean":
      return "yes-no";
    case "integer":
    case "number":
      return "number";
    case "string":
    case "instance":
      return "text";
    default:
      return "json";
  }
}

/** The attributes that the catalog declares for labels of a category, and what a label has beside those. */
export function attributesOf(declared: Attribute[], category: string | undefined, given: Record<string, unknown> | undefined): Attribute[] {
  const fitting = declared.filter(
    ({ name, parentCategories }) => !parentCategories?.length || parentCategories.includes(category ?? "") || name in (given ?? {}),
  );
  const names = new Set(declared.map(({ name }) => name));
  const others = Object.keys(given ?? {}).filter((name) => !names.has(name));
  return [...fitting, ...others.map((name) => ({ name, description: "Not in the catalog." }))];
}
