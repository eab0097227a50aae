import { formatBytes, formatCount, words } from "@/shared/text/format";

/** `member.roles-changed` reads as `Member roles changed`. */
export function whatHappened(kind: string): string {
  const spoken = kind.replaceAll(/[.\-_]/g, " ").trim();
  return spoken.charAt(0).toUpperCase() + spoken.slice(1);
}

/** The particulars of an action on one line: names and numbers, no ids and nothing that did not happen. */
export function particulars(detail: Record<string, unknown> | null | undefined): string {
  return Object.entries(detail ?? {})
    .map(([name, value]) => [spaced(name), name === "bytes" ? formatBytes(Number(value)) : spoken(value)] as const)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}: ${value}`)
    .join(" · ");
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const CONSTANT = /^[A-Z][A-Z0-9_]+$/;

function spoken(value: unknown): string {
  if (value === null || value === undefined || value === "" || value === 0) return "";
  if (typeof value === "number") return formatCount(value);
  if (Array.isArray(value)) return value.map(spoken).filter(Boolean).join(", ");
  if (typeof value === "object") return "name" in value ? spoken(value.name) : particulars(value as Record<string, unknown>);
  if (typeof value === "boolean") return value ? "yes" : "no";
  const text = String(value);
  if (UUID.test(text)) return "";
  return CONSTANT.test(text) ? words(text) : text;
}

function spaced(name: string): string {
  return words(name.replaceAll(/([a-z])([A-Z])/g, "$1 $2").replaceAll("-", " "));
}
