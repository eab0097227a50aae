import { ActivityLog } from "@/features/activity/ActivityLog";
import { useWorkspace } from "@/features/workspace/use-workspace";

/** The audit log of the workspace: every single action, newest first; nobody can change it. */
export function ActivityTab() {
  const workspace = useWorkspace();
  return <ActivityLog place={{ workspaceId: workspace.id }} />;
}
