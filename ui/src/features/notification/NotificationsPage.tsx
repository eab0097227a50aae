import { Button, SegmentedControl } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { itemsOf } from "@/api/page";
import { OwnApplications } from "@/features/application/OwnApplications";
import { notificationsKey, notificationsQuery, unreadQuery } from "@/features/notification/api/notifications";
import { readAllNotifications } from "@/features/notification/api/read-notifications";
import { EmptyState } from "@/shared/EmptyState";
import { AnchorLink } from "@/shared/links";
import { More, SkeletonRows } from "@/shared/list/InfiniteList";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { Screen } from "@/shared/Screen";
import { useAct } from "@/shared/use-act";
import { NotificationItem } from "./parts/NotificationItem";
import classes from "./parts/notification.module.css";

const route = getRouteApi("/signed-in/notifications");

/** What one was told, newest first; what asks for an answer is answered here. */
export function NotificationsPage() {
  const { show } = route.useSearch();
  const navigate = route.useNavigate();
  const shown = show === "unread" ? "unread" : "all";
  const unread = useQuery(unreadQuery);
  const readAll = useAct(readAllNotifications, { refresh: [notificationsKey] });
  return (
    <Screen
      title="Notifications"
      lead={
        <>
          What concerns you, from all of your workspaces. What of it comes by mail as well is chosen in{" "}
          <AnchorLink to="/account/notifications">your account</AnchorLink>.
        </>
      }
      actions={
        <Button variant="default" disabled={unread.data?.unread === 0} loading={readAll.isPending} onClick={() => readAll.mutate()}>
          Mark all as read
        </Button>
      }
    >
      <OwnApplications />
      <SegmentedControl
        aria-label="Shown"
        size="sm"
        mb="md"
        data={[
          { value: "all", label: "All" },
          { value: "unread", label: "Unread" },
        ]}
        value={shown}
        onChange={(value) => void navigate({ search: { show: value === "unread" ? "unread" : undefined }, replace: true })}
      />
      <List unread={shown === "unread"} />
    </Screen>
  );
}

function List({ unread }: { unread: boolean }) {
  const query = useInfiniteQuery(notificationsQuery(unread));
  if (query.isPending) return <SkeletonRows columns={2} />;
  const rows = itemsOf(query.data);
  if (query.isError && rows.length === 0) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (rows.length === 0)
    return (
      <EmptyState title={unread ? "Nothing unread" : "Nothing yet"}>
        {unread ? "You have read all there is." : "You will hear here when somebody adds you to a workspace, changes your roles, or needs an answer of yours."}
      </EmptyState>
    );
  return (
    <>
      <ul className={classes.list} aria-label="Notifications">
        {rows.map((notification) => (
          <NotificationItem key={notification.id} notification={notification} />
        ))}
      </ul>
      <More query={query} />
    </>
  );
}
