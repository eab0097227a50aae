import { Switch, Text } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useMe } from "@/features/session/use-me";
import { allowAutoInvite } from "@/features/collaborator/api/allow-auto-invite";
import { autoInviteQuery } from "@/features/collaborator/api/auto-invite";
import { collaborationsQuery } from "@/features/collaborator/api/collaborations";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ListBar } from "@/shared/list/ListBar";
import { useListSearch } from "@/shared/list/use-list-search";
import { useAct } from "@/shared/use-act";
import { collaborationColumns } from "./parts/collaboration-columns";

/** Where the organization's people work, and how its administrators take them out again (O-04). */
export function CollaborationsTab() {
  const { organization } = useMe();
  const { q } = useListSearch();
  const collaborations = useInfiniteQuery(collaborationsQuery(organization.id, q));
  return (
    <>
      <AutoInviteAllowed organization={organization.id} />
      <ListBar placeholder="Search workspaces" />
      <InfiniteList
        label="Workspaces"
        query={collaborations}
        columns={collaborationColumns(organization.id)}
        rowKey={({ workspace }) => workspace.id}
        empty={<EmptyState title="No workspaces yet">Workspaces that your people create, or are invited to, stand here.</EmptyState>}
      />
    </>
  );
}

/** Whether workspaces may add people as they join the organization (K-10, O-04). */
function AutoInviteAllowed({ organization }: { organization: string }) {
  const allowed = useQuery(autoInviteQuery(organization));
  const set = useAct((on: boolean) => allowAutoInvite(organization, on), {
    refresh: [autoInviteQuery(organization).queryKey],
    says: (_, on) => (on ? "Workspaces may auto-invite new users." : "No workspace auto-invites new users."),
  });
  return (
    <Switch
      mb="lg"
      label="Workspaces may add new users by themselves"
      description={
        <Text component="span" inherit>
          Where a partner switched auto-invite on, whoever joins your organization becomes a member there.
        </Text>
      }
      checked={set.isPending ? set.variables : (allowed.data?.allowed ?? true)}
      disabled={!allowed.isSuccess || set.isPending}
      onChange={(event) => set.mutate(event.currentTarget.checked)}
    />
  );
}
