import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Project } from "@/api/types";
import { projectCandidatesQuery } from "@/features/project/api/project-candidates";

interface Props {
  project: Project;
  value?: string | null;
  onChange?: (value: string | null) => void;
  error?: React.ReactNode;
}

/** Whom to ask about the project: a label, it gives no right (O-13). */
export function LeadChoice({ project, value, onChange, error }: Props) {
  const before = project.lead;
  const [typed, setTyped] = useState(before?.name ?? "");
  const [looked] = useDebouncedValue(typed, 200);
  // The name of who is chosen stands in the field: nobody else would be found by it.
  const chosenName = looked === before?.name;
  const candidates = useQuery(projectCandidatesQuery(project.id, chosenName ? "" : looked, true));
  const people = (candidates.data?.items ?? []).filter(({ id }) => id != null);
  const known = before?.id && !people.some(({ id }) => id === before.id) ? [before, ...people] : people;
  return (
    <Select
      label="Lead"
      description="Whom to ask about it. A label: it gives no right."
      placeholder="Nobody"
      searchable
      clearable
      searchValue={typed}
      onSearchChange={setTyped}
      data={known.map(({ id, name, organization }) => ({ value: id ?? "", label: organization ? `${name} · ${organization.name}` : name }))}
      filter={({ options }) => options}
      nothingFoundMessage={candidates.isPending ? "Looking …" : "Nobody goes by that"}
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
