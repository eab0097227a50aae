import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { unreadQuery } from "@/features/notification/api/notifications";
import { formatCount } from "@/shared/text/format";
import classes from "./parts/notification.module.css";

const MOST = 99;

/** The way to one's notifications, with how many are unread. */
export function NotificationsLink({ className, short = false }: { className?: string; short?: boolean }) {
  const { data } = useQuery(unreadQuery);
  const unread = data?.unread ?? 0;
  const label = unread > 0 ? `Notifications, ${formatCount(unread)} unread` : "Notifications";
  return (
    <Link to="/notifications" className={className ?? classes.bell} aria-label={label}>
      <IconBell size={18} stroke={1.7} /> {!short && "Notifications"}
      {unread > 0 && <span className={classes.count}>{unread > MOST ? `${MOST}+` : unread}</span>}
    </Link>
  );
}
