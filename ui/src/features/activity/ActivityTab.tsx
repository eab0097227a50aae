import { useInfiniteQuery } from "@tanstack/react-query";
import { activityQuery } from "@/features/activity/api/activity";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ListBar } from "@/shared/list/ListBar";
import { useListSearch } from "@/shared/list/use-list-search";
import { activityColumns } from "./parts/activity-columns";

/** The audit log of the workspace: every single action, newest first; nobody can change it. */
export function ActivityTab() {
  const workspace = useWorkspace();
  const { q } = useListSearch();
  const activity = useInfiniteQuery(activityQuery(workspace.id, { q }));
  return (
    <>
      <ListBar placeholder="Search people, actions, objects" />
      <InfiniteList
        label="Activity"
        query={activity}
        columns={activityColumns}
        rowKey={({ id }) => id}
        empty={<EmptyState title="Nothing happened yet">Every action in this workspace will stand here.</EmptyState>}
      />
    </>
  );
}
