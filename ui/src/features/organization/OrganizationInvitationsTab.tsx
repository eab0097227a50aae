import { useInfiniteQuery } from "@tanstack/react-query";
import { organizationInvitationsQuery } from "@/features/organization/api/organization-invitations";
import { useMe } from "@/features/session/use-me";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { BringIns } from "./parts/BringIns";
import { invitationColumns } from "./parts/invitation-columns";

/** Who is invited into the organization, and whom its workspace members asked to bring in. */
export function OrganizationInvitationsTab() {
  const me = useMe();
  const invitations = useInfiniteQuery(organizationInvitationsQuery(me.organization.id));
  return (
    <>
      <BringIns organizationId={me.organization.id} />
      <InfiniteList
        label="Invitations"
        query={invitations}
        columns={invitationColumns(me.organization.id)}
        rowKey={({ id }) => id}
        empty={<EmptyState title="No open invitations">Invite users on the page Users.</EmptyState>}
      />
    </>
  );
}
