import { Button, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { itemsOf } from "@/api/page";
import type { BringIn } from "@/api/types";
import { bringInsQuery } from "@/features/organization/api/bring-ins";
import { inviteUser } from "@/features/organization/api/invite-user";
import { organizationKey } from "@/features/organization/api/organization";
import { More } from "@/shared/list/InfiniteList";
import classes from "@/shared/list/list.module.css";
import { type Column, ListTable } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { useAct } from "@/shared/use-act";
import { When } from "@/shared/When";

/** Addresses that wait for an administrator to bring them in; nothing where there are none. */
export function BringIns({ organizationId }: { organizationId: string }) {
  const query = useInfiniteQuery(bringInsQuery(organizationId));
  const rows = itemsOf(query.data);
  if (rows.length === 0) return null;
  return (
    <section>
      <Title order={2} mb="sm">
        Asked for by workspaces
      </Title>
      <div className={classes.frame}>
        <ListTable label="Asked for by workspaces" columns={COLUMNS(organizationId)} rows={rows} rowKey={({ id }) => id} />
      </div>
      <More query={query} />
      <Title order={2} mt="xl" mb="sm">
        Invitations
      </Title>
    </section>
  );
}

const COLUMNS = (organizationId: string): Column<BringIn>[] => [
  { header: "Address", cell: ({ email }) => email },
  { header: "Workspace", cell: ({ workspace }) => workspace.name },
  { header: "Asked by", cell: ({ inviter }) => <PersonName person={inviter} /> },
  { header: "When", cell: ({ createdAt }) => <When at={createdAt} /> },
  { header: "", cell: (bringIn) => <Answer organizationId={organizationId} bringIn={bringIn} /> },
];

/** Invites the address into the organization, in one step. */
function Answer({ organizationId, bringIn }: { organizationId: string; bringIn: BringIn }) {
  const invite = useAct(() => inviteUser(organizationId, bringIn.email), {
    refresh: [organizationKey(organizationId)],
    says: `${bringIn.email} is invited. Copy the link below.`,
  });
  return (
    <Button variant="default" size="xs" loading={invite.isPending} onClick={() => invite.mutate()}>
      Invite
    </Button>
  );
}
