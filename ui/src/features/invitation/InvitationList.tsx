import { Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { itemsOf } from "@/api/page";
import type { Invitation, Workspace } from "@/api/types";
import { workspaceInvitationsQuery } from "@/features/invitation/api/workspace-invitations";
import listClasses from "@/shared/list/list.module.css";
import { More } from "@/shared/list/InfiniteList";
import { type Column, ListTable } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { Tag, Tags } from "@/shared/Tag";
import { sentence } from "@/shared/text/format";
import { When } from "@/shared/When";
import { MailNote } from "./MailNote";
import { InvitationActions } from "./parts/InvitationActions";
import { StateTag } from "./StateTag";

const COLUMNS = (workspace: Workspace): Column<Invitation>[] => [
  {
    header: "Invited",
    cell: ({ email, organization }) => (
      <div>
        <Text fw={550} style={{ overflowWrap: "anywhere" }}>
          {email}
        </Text>
        {organization && (
          <Text size="sm" c="dimmed">
            {organization.name}
          </Text>
        )}
      </div>
    ),
  },
  {
    header: "As",
    cell: ({ types, roles }) => (
      <Tags>
        {types.map((type) => (
          <Tag key={type} tone="accent">
            {sentence(type)}
          </Tag>
        ))}
        {roles.map((role) => (
          <Tag key={role}>{sentence(role)}</Tag>
        ))}
        {types.length + roles.length === 0 && <Tag>Member</Tag>}
      </Tags>
    ),
  },
  { header: "By", cell: ({ inviter }) => <PersonName person={inviter} /> },
  {
    header: "State",
    cell: ({ state, mail }) => (
      <div>
        <StateTag state={state} />
        <MailNote mail={mail} />
      </div>
    ),
  },
  { header: "Expires", cell: ({ expiresAt }) => <When at={expiresAt} /> },
  { header: "", cell: (invitation) => <InvitationActions workspaceId={workspace.id} invitation={invitation} /> },
];

/** The invitations of a workspace which one could make oneself (O-01); nothing where there are none. */
export function InvitationList({ workspace, kind }: { workspace: Workspace; kind: Invitation["kind"] }) {
  const query = useInfiniteQuery(workspaceInvitationsQuery(workspace.id));
  const rows = itemsOf(query.data).filter((invitation) => invitation.kind === kind && invitation.state !== "ACCEPTED");
  if (rows.length === 0 && !query.hasNextPage) return null;
  return (
    <section>
      <Title order={2} mt="xl" mb="sm">
        Invitations
      </Title>
      <div className={listClasses.frame}>
        <ListTable label="Invitations" columns={COLUMNS(workspace)} rows={rows} rowKey={({ id }) => id} />
      </div>
      <More query={query} />
    </section>
  );
}
