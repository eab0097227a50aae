const NAME = /^[\p{L}\p{N} \-_.]+$/u;

/** T-02, said before the click: up to 80 letters, digits, spaces, `-`, `_`, `.`. */
export function datasetNameRule(name: string): string | null {
  const trimmed = name.trim();
  if (trimmed === "") return "A name, please.";
  if ([...trimmed].length > 80) return "At most 80 characters.";
  return NAME.test(trimmed) ? null : "Letters, digits, spaces, “-”, “_” and “.” only.";
}
