import type { Labels } from "@/api/types";
import type { Entry, Refused } from "./upload-queue";

/** Files that bring labels and metadata for others, and are no items themselves. */
export interface Labelled {
  entries: Entry[];
  /** How many files were read for their labels. */
  read: number;
  /** For how many of the files there were labels. */
  labelled: number;
  problems: Refused[];
}

interface Told {
  labels?: Labels | null;
  metadata?: Record<string, unknown> | null;
}

const KNOWN = new Set(["path", "digest", "size", "mediaType", "labels", "metadata"]);
const LARGEST = 256 * 1024 * 1024;

/**
 * Takes labels to the files they are for: from `a.png.json` beside `a.png` (an object of `labels` and `metadata`), and from
 * JSON lines, an item a line with its `path`, as an export writes them. Other JSON is a file like any other.
 */
export async function withLabels(entries: Entry[]): Promise<Labelled> {
  const paths = new Map(entries.map((entry) => [entry.path, entry]));
  const told = new Map<string, Told>();
  const readers = new Set<Entry>();
  const problems: Refused[] = [];
  for (const entry of entries) {
    try {
      const found = entry.path.endsWith(".jsonl") ? await lines(entry) : await sidecar(entry, paths);
      if (!found) continue;
      readers.add(entry);
      const places = [...found].map(([path, one]) => [placeOf(path, folderOf(entry.path), paths), one] as const);
      for (const [place, one] of places) if (place) told.set(place, { ...told.get(place), ...one });
      if (places.every(([place]) => !place)) problems.push({ path: entry.path, reason: "It has labels for none of these files." });
    } catch (error) {
      readers.add(entry);
      problems.push({ path: entry.path, reason: error instanceof Error ? error.message : "It could not be read." });
    }
  }
  return {
    entries: entries.filter((entry) => !readers.has(entry)).map((entry) => ({ ...entry, ...told.get(entry.path) })),
    read: readers.size,
    labelled: told.size,
    problems,
  };
}

/** Paths are those of the folder that the file of labels lies in; an export has its files in one more. */
function placeOf(path: string, folder: string, paths: Map<string, Entry>): string | undefined {
  return [folder + path, `${folder}items/${path}`, path].find((at) => paths.has(at));
}

async function sidecar(entry: Entry, paths: Map<string, Entry>): Promise<Map<string, Told> | null> {
  const beside = entry.path.replace(/\.json$/, "");
  if (beside === entry.path || !paths.has(beside) || entry.file.size > LARGEST) return null;
  const body = parsed(await entry.file.text());
  return body && isTold(body) ? new Map([[beside.slice(folderOf(entry.path).length), toldOf(body)]]) : null;
}

/** Nothing where the first line is of another kind: then it is a file like any other. */
async function lines(entry: Entry): Promise<Map<string, Told> | null> {
  if (entry.file.size > LARGEST) throw new Error("A file of labels has at most 256 MiB here.");
  const all = (await entry.file.text()).split("\n");
  const found = new Map<string, Told>();
  let ours = false;
  for (const [index, line] of all.entries()) {
    if (line.trim() === "") continue;
    const body = parsed(line);
    if (body && "kontor" in body && index === 0) ours = true;
    else if (body && isTold(body) && typeof body.path === "string") found.set(body.path.normalize("NFC"), toldOf(body));
    else if (!ours && found.size === 0) return null;
    else throw new Error(`Line ${index + 1} is no item.`);
    ours = true;
  }
  return ours ? found : null;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(text);
    return body !== null && typeof body === "object" && !Array.isArray(body) ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function isTold(body: Record<string, unknown>): boolean {
  return ("labels" in body || "metadata" in body) && Object.keys(body).every((name) => KNOWN.has(name));
}

/** Null says nothing here: what is at that path already stays. */
function toldOf({ labels, metadata }: Record<string, unknown>): Told {
  return { ...(labels != null && { labels: labels as Labels }), ...(metadata != null && { metadata: metadata as Record<string, unknown> }) };
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf("/") + 1);
}
