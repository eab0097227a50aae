import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { itemsOf } from "@/api/page";
import type { Workspace } from "@/api/types";
import { membersQuery } from "@/features/member/api/members";

interface Props {
  workspace: Workspace;
  /** Who cannot be it, because they go. */
  leaving?: string;
  value: string | null;
  onChange: (heir: string | null) => void;
}

/** Whom things pass to that people leave behind: a member of the owning organization, else the workspace owner (O-02). */
export function HeirChoice({ workspace, leaving, value, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim() || undefined, 250);
  const others = useInfiniteQuery(membersQuery(workspace.id, { q, organization: workspace.organization.id }));
  const offered = itemsOf(others.data).filter(({ user }) => user.id !== leaving);
  return (
    <Select
      label="What they own passes to"
      placeholder={`${workspace.owner.name}, who owns the workspace`}
      data={offered.map(({ user }) => ({ value: user.id, label: user.name }))}
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      searchable
      clearable
      nothingFoundMessage="Nobody by that name"
    />
  );
}
