import { Text } from "@mantine/core";
import type { Activity } from "@/api/types";
import { particulars, whatHappened } from "@/features/activity/what-happened";
import type { Column } from "@/shared/list/ListTable";
import { formatMinute } from "@/shared/text/format";

export const activityColumns: Column<Activity>[] = [
  {
    header: "What",
    cell: ({ kind, object, detail }) => {
      const more = particulars(detail);
      return (
        <div>
          <Text>
            {whatHappened(kind)}
            {object?.name && <b style={{ fontWeight: 550 }}> {object.name}</b>}
          </Text>
          {more && (
            <Text size="sm" c="dimmed" lineClamp={2}>
              {more}
            </Text>
          )}
        </div>
      );
    },
  },
  { header: "Who", cell: ({ actor }) => actor.name },
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
