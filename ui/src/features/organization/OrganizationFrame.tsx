import { useSuspenseQuery } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { organizationQuery } from "@/features/organization/api/organization";
import { useMe } from "@/features/session/use-me";
import { Screen } from "@/shared/Screen";
import { TabLink, TabLinks } from "@/shared/TabLinks";

/** Around the pages of an organization administrator: users, invitations, storage, workforce access, activity, settings. */
export function OrganizationFrame() {
  const me = useMe();
  const organization = useSuspenseQuery(organizationQuery(me.organization.id)).data;
  return (
    <Screen
      title={organization.name}
      lead="What an organization administrator looks after. It gives no right inside of a workspace."
      tabs={
        <TabLinks label="Organization">
          <TabLink to="/organization" activeOptions={{ exact: true }}>
            Users
          </TabLink>
          <TabLink to="/organization/invitations">Invitations</TabLink>
          <TabLink to="/organization/workspaces">Workspaces</TabLink>
          <TabLink to="/organization/storage">Storage</TabLink>
          <TabLink to="/organization/workforce-access">Workforce access</TabLink>
          <TabLink to="/organization/activity">Activity</TabLink>
          <TabLink to="/organization/settings">Settings</TabLink>
        </TabLinks>
      }
    >
      <Outlet />
    </Screen>
  );
}
