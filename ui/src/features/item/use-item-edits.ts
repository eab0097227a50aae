import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { type Problem, problemOf } from "@/api/problem";
import type { Labels, ShownItem } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { editItem, type ItemEdit } from "@/features/item/api/edit-item";
import { itemQuery } from "@/features/item/api/item";
import { refreshAll, say } from "@/shared/use-act";
import { freshLabel, type Box, type LabelBody, labelsOf, type LabelPlace, placeOf, withLabel, withoutLabel } from "./label-edits";
import { entriesOf, type MetadataEntry, metadataOf, problemOfEntry } from "./metadata-edits";

/** What was in the editor when it was sent. */
interface Sent {
  labels: Labels;
  metadata: MetadataEntry[];
}

/**
 * The labels and metadata of an item while somebody edits them. What others save meanwhile comes in only while nothing
 * is changed here; else both stay, and it is said.
 */
export function useItemEdits(datasetId: string, draft: number, item: ShownItem) {
  const queryClient = useQueryClient();
  const [base, setBase] = useState(item);
  const [labels, setLabels] = useState<Labels>(item.labels ?? {});
  const [metadata, setMetadata] = useState<MetadataEntry[]>(() => entriesOf(item.metadata));
  const [selected, select] = useState<LabelPlace | null>(null);
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState(0);
  const [problem, setProblem] = useState<Problem | null>(null);

  const take = useCallback((read: ShownItem) => {
    setBase(read);
    setLabels(read.labels ?? {});
    setMetadata(entriesOf(read.metadata));
    setBroken(new Set());
    setProblem(null);
    setTaken((before) => before + 1);
  }, []);

  const entryProblems = metadata.map((entry) => problemOfEntry(entry, metadata));
  const valid = broken.size === 0 && entryProblems.every((one) => one === null);
  const edit = editOf(base, labels, entryProblems.some(Boolean) ? null : metadataOf(metadata));
  const dirty = !valid || Object.keys(edit).length > 0;
  const outdated = item.revision !== base.revision;
  useEffect(() => {
    if (outdated && !dirty) take(item);
  }, [outdated, dirty, item, take]);

  const save = useMutation({
    mutationFn: (_sent: Sent) => editItem(datasetId, draft, item.path, base.revision, edit),
    onMutate: () => setProblem(null),
    onSuccess: async ({ item: stored, revision, unknown }, sent) => {
      const read = { ...item, ...stored, revision };
      queryClient.setQueryData(itemQuery(datasetId, `draft-${draft}`, item.path).queryKey, read);
      setBase(read);
      setProblem(null);
      // what was edited while this was under way stays
      setLabels((now) => (now === sent.labels ? (read.labels ?? {}) : now));
      setMetadata((now) => (now === sent.metadata ? entriesOf(read.metadata) : now));
      say(`Saved.${unknown.length > 0 ? ` Not in the catalog: ${unknown.join(", ")}.` : ""}`);
      await refreshAll(queryClient, [datasetKey(datasetId)]);
    },
    onError: (error) => {
      const refused = problemOf(error);
      setProblem(refused);
      select((before) => placeOf(refused.document.field) ?? before);
    },
  });

  return {
    labels, metadata, selected, taken, problem, dirty, valid, entryProblems,
    conflict: outdated && dirty && !save.isPending,
    saving: save.isPending,
    select,
    setMetadata,
    save: () => (save.isPending ? Promise.resolve(false) : save.mutateAsync({ labels, metadata }).then(() => true, () => false)),
    discard: () => take(item),
    /** Goes on with what is edited here, upon what others saved. */
    keep: () => { setBase(item); setProblem(null); },
    change: (place: LabelPlace, body: LabelBody) => setLabels((before) => withLabel(before, place, body)),
    add: (type: string, box: Box, like: LabelBody = {}) => {
      const place = { type, index: labelsOf(labels, type).length };
      setLabels(withLabel(labels, place, { ...freshLabel(type, box), ...like }));
      select(place);
    },
    remove: (place: LabelPlace) => {
      setLabels((before) => withoutLabel(before, place));
      select(null);
    },
    /** Something typed cannot be read (or can again): until then nothing is saved. */
    mark: useCallback((what: string, bad: boolean) => setBroken((before) => marked(before, what, bad)), []),
  };
}

export type ItemEdits = ReturnType<typeof useItemEdits>;

function editOf(base: ShownItem, labels: Labels, metadata: Record<string, unknown> | null): ItemEdit {
  return {
    ...(!same(labels, base.labels ?? {}) && { labels: Object.keys(labels).length > 0 ? labels : null }),
    ...(metadata && !same(metadata, base.metadata ?? {}) && { metadata: Object.keys(metadata).length > 0 ? metadata : null }),
  };
}

/** The order of fields says nothing: the server keeps its own. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, sorted) === JSON.stringify(other, sorted);
}

function sorted(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function marked(before: ReadonlySet<string>, what: string, bad: boolean): ReadonlySet<string> {
  if (before.has(what) === bad) return before;
  const after = new Set(before);
  if (!after.delete(what)) after.add(what);
  return after;
}
