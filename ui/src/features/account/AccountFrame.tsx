import { Outlet } from "@tanstack/react-router";
import { Screen } from "@/shared/Screen";
import { TabLink, TabLinks } from "@/shared/TabLinks";

/** Around the pages about oneself. */
export function AccountFrame() {
  return (
    <Screen
      title="Account"
      tabs={
        <TabLinks label="Account">
          <TabLink to="/account" activeOptions={{ exact: true }}>
            You
          </TabLink>
          <TabLink to="/account/access-keys">Access keys</TabLink>
          <TabLink to="/account/notifications">Notifications</TabLink>
          <TabLink to="/account/sessions">Sessions</TabLink>
        </TabLinks>
      }
    >
      <Outlet />
    </Screen>
  );
}
