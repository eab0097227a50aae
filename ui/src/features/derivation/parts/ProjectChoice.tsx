import { Select, Stack } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { itemsOf } from "@/api/page";
import { projectsQuery } from "@/features/project/api/projects";
import { meQuery } from "@/features/session/api/me";

interface Props {
  workspace: string | null;
  onWorkspace: (workspace: string | null) => void;
  value?: string | null;
  onChange?: (project: string | null) => void;
  error?: React.ReactNode;
}

/** Where the new dataset is to stand: a workspace of one's own, and a project in it. */
export function ProjectChoice({ workspace, onWorkspace, value, onChange, error }: Props) {
  const workspaces = useQuery(meQuery).data?.workspaces ?? [];
  return (
    <Stack gap="sm">
      {workspaces.length > 1 && (
        <Select
          label="Workspace"
          allowDeselect={false}
          data={workspaces.map(({ id, name }) => ({ value: id, label: name }))}
          value={workspace}
          onChange={onWorkspace}
        />
      )}
      {workspace && <Projects key={workspace} workspace={workspace} value={value} onChange={onChange} error={error} />}
    </Stack>
  );
}

function Projects({ workspace, value, onChange, error }: Pick<Props, "value" | "onChange" | "error"> & { workspace: string }) {
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim() || undefined, 250);
  const projects = itemsOf(useInfiniteQuery(projectsQuery(workspace, { q })).data);
  return (
    <Select
      label="Project"
      required
      searchable
      data={projects.map(({ id, name }) => ({ value: id, label: name }))}
      nothingFoundMessage="No such project"
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      error={error}
    />
  );
}
