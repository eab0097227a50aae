import { type ComboboxItem, type ComboboxItemGroup, Select } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { itemsOf } from "@/api/page";
import type { Branch, Dataset } from "@/api/types";
import { branchesQuery } from "@/features/branch/api/branches";
import { tagsQuery } from "@/features/branch/api/tags";
import { versionQuery, versionsQuery } from "@/features/version/api/versions";

interface Props {
  dataset: Dataset;
  /** How it is called where it stands alone; else it has a label of its own above. */
  name?: string;
  label?: string;
  value: string;
  choose: (ref: string) => void;
}

/** Chooses a state of a dataset: a branch as it is now, a tag, a version, a draft. */
export function RefSelect({ dataset, name, label, value, choose }: Props) {
  return (
    <Select
      aria-label={name}
      label={label}
      w={260}
      maw="100%"
      searchable
      nothingFoundMessage="Nothing goes by this name"
      maxDropdownHeight={360}
      data={useChoices(dataset, value)}
      value={value}
      allowDeselect={false}
      onChange={(ref) => ref && choose(ref)}
    />
  );
}

function useChoices(dataset: Dataset, value: string): ComboboxItemGroup<ComboboxItem>[] {
  const branches = itemsOf(useInfiniteQuery(branchesQuery(dataset.id)).data);
  const tags = itemsOf(useInfiniteQuery(tagsQuery(dataset.id)).data);
  const versions = itemsOf(useInfiniteQuery(versionsQuery(dataset.id)).data);
  const groups = [
    { group: "Not committed", items: branches.filter(({ draft }) => draft != null).map(draftChoice) },
    { group: "Branches", items: branches.filter(({ number }) => number != null).map(({ name, number }) => ({ value: name, label: `${name}, v${number}` })) },
    { group: "Tags", items: tags.map(({ name, number }) => ({ value: name, label: `${name}, v${number}` })) },
    { group: "Versions", items: versions.map(({ id, number, message }) => ({ value: id, label: `v${number}, ${message.split("\n")[0]}` })) },
  ].filter(({ items }) => items.length > 0);
  // What is looked at may stand on a page of the lists that was not read.
  const known = groups.some(({ items }) => items.some((item) => item.value === value));
  const one = useQuery({ ...versionQuery(dataset.id, value), enabled: !known && value !== "" && !value.startsWith("draft-") });
  if (known || value === "") return groups;
  const label = value.startsWith("draft-") ? "Draft" : one.data ? `v${one.data.number}, ${one.data.message}` : value;
  return [{ group: "Shown", items: [{ value, label }] }, ...groups];
}

function draftChoice({ name, draft }: Branch) {
  return { value: `draft-${draft}`, label: name === "main" ? "Draft, not committed" : `Draft of ${name}, not committed` };
}
