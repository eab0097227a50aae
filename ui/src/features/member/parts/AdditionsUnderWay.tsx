import { Alert, Button, Group, Progress, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { can } from "@/api/can";
import type { MemberAddition, Workspace } from "@/api/types";
import { additionsKey, additionsQuery } from "@/features/member/api/additions";
import { cancelAddition } from "@/features/member/api/cancel-addition";
import { membersKey } from "@/features/member/api/members";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { plural } from "@/shared/text/format";
import { refreshAll, say, useAct } from "@/shared/use-act";

/** How far one's own additions are that go on by themselves; the list follows when one ends (K-11). */
export function AdditionsUnderWay({ workspace }: { workspace: Workspace }) {
  const queryClient = useQueryClient();
  const { data } = useQuery(additionsQuery(workspace.id));
  const running = data?.items.filter(({ state }) => state === "RUNNING") ?? [];
  const before = useRef<string[]>([]);
  useEffect(() => {
    const ended = data?.items.filter(({ id, state }) => state !== "RUNNING" && before.current.includes(id)) ?? [];
    before.current = data?.items.filter(({ state }) => state === "RUNNING").map(({ id }) => id) ?? [];
    if (ended.length === 0) return;
    ended.forEach((addition) => say(outcome(addition)));
    void refreshAll(queryClient, [membersKey(workspace.id), workspaceKey(workspace.id)]);
  }, [data, queryClient, workspace.id]);
  return (
    <>
      {running.map((addition) => (
        <Running key={addition.id} workspace={workspace} addition={addition} />
      ))}
    </>
  );
}

function Running({ workspace, addition }: { workspace: Workspace; addition: MemberAddition }) {
  const { id, organization, handled, total, waiting } = addition;
  const cancel = useAct(() => cancelAddition(workspace.id, id), {
    refresh: [additionsKey(workspace.id), membersKey(workspace.id)],
    says: "Cancelled. Who was added stays.",
  });
  const percent = total === 0 ? 100 : Math.round((100 * handled) / total);
  return (
    <Alert mb="md" title={`Adding the people of ${organization.name}`} role="status">
      <Group justify="space-between" align="end">
        <div style={{ flex: 1, minWidth: "12rem" }}>
          <Text size="sm" mb={6}>
            {waiting ? "Waits until the workspace is writable again." : `${handled} of ${plural(total, "person", "people")}`}
          </Text>
          <Progress value={percent} aria-label={`Adding the people of ${organization.name}`} />
        </div>
        {can(addition, "MEMBER_ADDITION_CANCEL") && (
          <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            Cancel
          </Button>
        )}
      </Group>
    </Alert>
  );
}

/** What became of one, in a sentence. */
export function outcome({ state, added, organization }: MemberAddition): string {
  const people = plural(added, "person", "people");
  if (state === "STOPPED") return `Stopped: you may not add people of ${organization.name} any more. ${people} were added before.`;
  if (state === "CANCELLED") return `Cancelled; ${people} of ${organization.name} were added.`;
  return `${people} of ${organization.name} added.`;
}
