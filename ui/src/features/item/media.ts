const SHOWN = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp"]);

/** Pictures that a browser draws. SVG is not among them: it is never shown inline. */
export function isPicture(mediaType: string | undefined): boolean {
  return SHOWN.has(mediaType?.split(";")[0]?.trim().toLowerCase() ?? "");
}

const READABLE = /^(text\/(?!html).*|application\/(json|x-ndjson|xml|yaml|toml))$/;

/** Files that are read as text; never as a page. */
export function isText(mediaType: string | undefined): boolean {
  return READABLE.test(mediaType?.split(";")[0]?.trim().toLowerCase() ?? "");
}
