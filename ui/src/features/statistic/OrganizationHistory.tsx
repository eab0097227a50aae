import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { lastDays, organizationStatisticsQuery } from "@/features/statistic/api/statistics";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatCount } from "@/shared/text/format";
import { ChartSkeletons } from "./parts/ChartSkeletons";
import { DayChart } from "./parts/DayChart";
import { History } from "./parts/History";
import classes from "./parts/statistic.module.css";

/** How many people of one organization were in the workspace, and how much they did, day by day. */
export function OrganizationHistory() {
  const workspace = useWorkspace();
  const { organizationId } = useParams({ from: "/signed-in/workspaces/$workspaceId/manage/statistics/organizations/$organizationId" });
  const [length, setLength] = useState("30");
  const history = useQuery({
    ...organizationStatisticsQuery(workspace.id, organizationId, lastDays(Number(length))),
    placeholderData: (before) => before,
  });
  if (history.isError) return <ProblemNotice error={history.error} retry={() => void history.refetch()} />;
  const days = history.data?.days ?? [];
  return (
    <History title={days.at(-1)?.name ?? "Organization"} length={length} setLength={setLength}>
      {history.isPending ? (
        <ChartSkeletons />
      ) : (
        <div className={classes.grid}>
          <DayChart title="People" days={days} lines={[["Members", "members"]]} format={formatCount} />
          <DayChart title="Actions" days={days} lines={[["Actions", "actions"]]} format={formatCount} bars />
        </div>
      )}
    </History>
  );
}
