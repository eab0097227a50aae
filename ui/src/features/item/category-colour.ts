/** Told apart by most eyes, and bright enough on a photograph. */
const COLOURS = ["#ffb000", "#3ea6ff", "#ff5f8d", "#4ddc8b", "#c792ff", "#ff8a3d", "#35d6d6", "#e8e34a", "#ff7bd5", "#9ab6c9"];

/** The colour of a category: by its place in the catalog, else by its name, so it is the same on every item. */
export function categoryColour(category: string, declared: string[]): string {
  const place = declared.indexOf(category);
  const index = place >= 0 ? place : [...category].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return COLOURS[index % COLOURS.length] ?? "#ffb000";
}
