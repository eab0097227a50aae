/** What systems leave lying in folders, and nobody means to upload. */
const LITTER = /(^|\/)(\.[^/]+|Thumbs\.db|desktop\.ini|__MACOSX)(\/|$)/i;

/** Where a dropped file goes in the dataset; null where it is litter. `path` is what the browser says of it. */
export function itemPath(path: string, prefix = ""): string | null {
  const clean = path
    .replaceAll("\\", "/")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/")
    .normalize("NFC");
  if (clean === "" || LITTER.test(clean)) return null;
  const folder = prefix.replaceAll(/^\/+|\/+$/g, "");
  return folder === "" ? clean : `${folder}/${clean}`;
}

export interface DroppedFile extends File {
  path?: string;
  relativePath?: string;
}

/** Dropped or chosen files with their places in the dataset. */
export function placed(files: DroppedFile[], prefix: string): { path: string; file: File }[] {
  return files.flatMap((file) => {
    const path = itemPath(file.webkitRelativePath || file.relativePath || file.path || file.name, prefix);
    return path === null ? [] : [{ path, file }];
  });
}
