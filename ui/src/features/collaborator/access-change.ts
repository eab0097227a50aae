export type Access = "FULL" | string[];

/** What is sent for an edit: only the differences, so that projects one does not see stay as they are (K-09). */
export function accessChange(before: Access, after: Access): "FULL" | { grant: string[]; withdraw: string[] } {
  if (after === "FULL") return "FULL";
  const had = before === "FULL" ? [] : before;
  return { grant: after.filter((id) => !had.includes(id)), withdraw: had.filter((id) => !after.includes(id)) };
}

/** The projects that an edit takes away; from full access those are all that are not chosen. */
export function withdrawn(before: Access, after: Access, visible: string[]): string[] {
  if (after === "FULL") return [];
  return (before === "FULL" ? visible : before).filter((id) => !after.includes(id));
}
