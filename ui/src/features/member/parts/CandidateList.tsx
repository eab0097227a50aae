import { Checkbox, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { itemsOf } from "@/api/page";
import type { Workspace } from "@/api/types";
import { candidatesQuery } from "@/features/member/api/candidates";
import { isTicked, type Ticks, toggle } from "@/features/member/ticks";
import { EmptyState } from "@/shared/EmptyState";
import { More, SkeletonRows } from "@/shared/list/InfiniteList";
import { ProblemNotice } from "@/shared/ProblemNotice";
import classes from "@/shared/outcome-list.module.css";

interface Props {
  workspace: Workspace;
  organization: string;
  ticks: Ticks;
  onChange: (ticks: Ticks) => void;
}

/** The people to add, each with a tick. */
export function CandidateList({ workspace, organization, ticks, onChange }: Props) {
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim() || undefined, 250);
  const candidates = useInfiniteQuery(candidatesQuery(workspace.id, organization, q));
  const people = itemsOf(candidates.data);
  return (
    <>
      <TextInput aria-label="Search people" placeholder="Search by name or address" value={typed} onChange={(event) => setTyped(event.currentTarget.value)} />
      {candidates.isError ? (
        <ProblemNotice error={candidates.error} retry={() => void candidates.refetch()} />
      ) : candidates.isPending ? (
        <SkeletonRows columns={1} />
      ) : people.length === 0 ? (
        <EmptyState title={q ? "No match" : "Everybody is a member already"} />
      ) : (
        <div className={classes.list}>
          <ul style={{ margin: 0, padding: 0, listStyle: "none" }}>
            {people.map((candidate) => (
              <li key={candidate.user.id}>
                <Checkbox
                  checked={isTicked(candidate, ticks)}
                  onChange={() => onChange(toggle(candidate, ticks))}
                  label={candidate.user.name}
                  description={
                    <Text component="span" inherit style={{ overflowWrap: "anywhere" }}>
                      {candidate.user.email}
                      {candidate.former && " · was removed once"}
                    </Text>
                  }
                />
              </li>
            ))}
          </ul>
          <More query={candidates} />
        </div>
      )}
    </>
  );
}
