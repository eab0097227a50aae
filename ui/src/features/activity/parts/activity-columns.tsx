import { Text, UnstyledButton } from "@mantine/core";
import type { Activity } from "@/api/types";
import type { Place } from "@/features/activity/api/activity";
import type { ActivitySearch } from "@/features/activity/use-activity-search";
import { particulars, whatHappened } from "@/features/activity/what-happened";
import type { Column } from "@/shared/list/ListTable";
import { formatMinute } from "@/shared/text/format";
import classes from "./activity.module.css";

type Pick = (patch: ActivitySearch) => void;

/** Names are ways to see only that person's, or only what was done to that thing. */
export const activityColumns = (place: Place, pick: Pick): Column<Activity>[] => [
  { header: "What", cell: (event) => <What event={event} pick={pick} /> },
  {
    header: "Who",
    cell: ({ actor, byKey }) => (
      <>
        <UnstyledButton className={classes.pick} title={`Only by ${actor.name}`} onClick={() => pick({ actor: actor.id, actorName: actor.name })}>
          {actor.name}
        </UnstyledButton>
        {byKey && (
          <Text span size="sm" c="dimmed">
            {" "}
            by access key
          </Text>
        )}
      </>
    ),
  },
  ...("organizationId" in place ? [WHERE] : []),
  {
    header: "When",
    width: "13rem",
    cell: ({ at }) => (
      <time dateTime={at} style={{ whiteSpace: "nowrap" }}>
        {formatMinute(at)}
      </time>
    ),
  },
];

const WHERE: Column<Activity> = { header: "Workspace", cell: ({ workspace }) => workspace?.name ?? <span className={classes.elsewhere}>–</span> };

function What({ event: { kind, object, detail }, pick }: { event: Activity; pick: Pick }) {
  const more = particulars(detail);
  const { id, name } = object ?? {};
  return (
    <div>
      <Text component="div">
        {whatHappened(kind)}{" "}
        {name &&
          (id ? (
            <UnstyledButton className={`${classes.pick} ${classes.object}`} title={`Only about ${name}`} onClick={() => pick({ object: id, objectName: name })}>
              {name}
            </UnstyledButton>
          ) : (
            <span className={classes.object}>{name}</span>
          ))}
      </Text>
      {more && (
        <Text size="sm" c="dimmed" lineClamp={2}>
          {more}
        </Text>
      )}
    </div>
  );
}
