export type Kind = "text" | "number" | "yes-no" | "json";

/** One key of an item's metadata while it is edited. */
export interface MetadataEntry {
  key: string;
  kind: Kind;
  text: string;
}

export function entriesOf(metadata: Record<string, unknown> | null | undefined): MetadataEntry[] {
  return Object.entries(metadata ?? {}).map(([key, value]) => {
    if (typeof value === "string") return { key, kind: "text", text: value };
    if (typeof value === "number") return { key, kind: "number", text: String(value) };
    if (typeof value === "boolean") return { key, kind: "yes-no", text: String(value) };
    return { key, kind: "json", text: JSON.stringify(value) };
  });
}

/** What stands in the way of an entry; a line that was left empty is none. */
export function problemOfEntry({ key, kind, text }: MetadataEntry, all: MetadataEntry[]): string | null {
  if (key.trim() === "") return text === "" ? null : "Say which key.";
  if (all.filter((other) => other.key.trim() === key.trim()).length > 1) return "This key is there twice.";
  if (kind === "number" && (text.trim() === "" || !Number.isFinite(Number(text)))) return "This is no number.";
  if (kind === "yes-no" && text !== "true" && text !== "false") return "Choose yes or no.";
  if (kind === "json" && !isJson(text)) return "This is no JSON.";
  return null;
}

export function metadataOf(entries: MetadataEntry[]): Record<string, unknown> {
  return Object.fromEntries(entries.filter(({ key }) => key.trim() !== "").map((entry) => [entry.key.trim(), valueOf(entry)]));
}

function valueOf({ kind, text }: MetadataEntry): unknown {
  if (kind === "number") return Number(text);
  if (kind === "yes-no") return text === "true";
  return kind === "json" ? JSON.parse(text) : text;
}

export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
