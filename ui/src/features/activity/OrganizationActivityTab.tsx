import { ActivityLog } from "@/features/activity/ActivityLog";
import { useMe } from "@/features/session/use-me";

/** What the organization's users did, wherever it was (C-07). */
export function OrganizationActivityTab() {
  const { organization } = useMe();
  return <ActivityLog place={{ organizationId: organization.id }} />;
}
