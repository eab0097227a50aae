import { useInfiniteQuery } from "@tanstack/react-query";
import { activityQuery, type Place } from "@/features/activity/api/activity";
import { filterOf, useActivitySearch } from "@/features/activity/use-activity-search";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { activityColumns } from "./parts/activity-columns";
import { ActivityBar } from "./parts/ActivityBar";
import { ActivityDays } from "./parts/ActivityDays";

/** A log: what is looked for, how much of it happened on each day, and every single action, newest first. */
export function ActivityLog({ place }: { place: Place }) {
  const { search, set } = useActivitySearch();
  const filter = filterOf(search);
  const activity = useInfiniteQuery(activityQuery(place, filter));
  const narrowed = Object.values(filter).some(Boolean);
  return (
    <>
      <ActivityBar place={place} filter={filter} />
      {!activity.isError && <ActivityDays place={place} filter={filter} />}
      <InfiniteList
        label="Activity"
        query={activity}
        columns={activityColumns(place, set)}
        rowKey={({ id }) => id}
        empty={
          narrowed ? (
            <EmptyState title="No match">Nothing of that kind happened in that time.</EmptyState>
          ) : (
            <EmptyState title="Nothing happened yet">Every action will stand here.</EmptyState>
          )
        }
      />
    </>
  );
}
