/** `street/night/` is made of `street` (`street/`) and `night` (`street/night/`). */
export function foldersOf(prefix: string | undefined): { name: string; prefix: string }[] {
  const names = (prefix ?? "").split("/").filter(Boolean);
  return names.map((name, index) => ({ name, prefix: `${names.slice(0, index + 1).join("/")}/` }));
}

export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

export function folderOf(path: string): string | undefined {
  const end = path.lastIndexOf("/");
  return end < 0 ? undefined : path.slice(0, end + 1);
}
