import { Button, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Session } from "@/api/types";
import { endSession } from "@/features/account/api/end-session";
import { sessionsKey, sessionsQuery } from "@/features/account/api/sessions";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { Tag } from "@/shared/Tag";
import { useAct } from "@/shared/use-act";
import { When } from "@/shared/When";
import { browserName } from "./browser-name";

/** Where one is signed in; any session can be ended from here. */
export function SessionsTab() {
  const sessions = useInfiniteQuery(sessionsQuery);
  return <InfiniteList label="Sessions" query={sessions} columns={COLUMNS} rowKey={({ id }) => id} empty={<EmptyState title="No sessions" />} />;
}

const COLUMNS: Column<Session>[] = [
  {
    header: "Browser",
    cell: ({ agent, current }) => (
      <Text title={agent ?? undefined}>
        {browserName(agent ?? "")} {current && <Tag tone="accent">This one</Tag>}
      </Text>
    ),
  },
  { header: "Address", cell: ({ address }) => address ?? "–" },
  { header: "Signed in", cell: ({ createdAt }) => <When at={createdAt} /> },
  { header: "Last used", cell: ({ lastUsedAt }) => <When at={lastUsedAt} /> },
  { header: "", cell: (session) => <End session={session} /> },
];

function End({ session }: { session: Session }) {
  const end = useAct(() => endSession(session.id), { refresh: [sessionsKey], says: "The session is ended." });
  if (session.current) return null;
  return (
    <Button variant="subtle" color="gray" size="xs" loading={end.isPending} onClick={() => end.mutate()}>
      End
    </Button>
  );
}
