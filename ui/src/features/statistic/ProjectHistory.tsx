import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { lastDays, projectStatisticsQuery } from "@/features/statistic/api/statistics";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { Tag } from "@/shared/Tag";
import { formatBytes, formatCount, sentence } from "@/shared/text/format";
import { ChartSkeletons } from "./parts/ChartSkeletons";
import { DayChart } from "./parts/DayChart";
import { History } from "./parts/History";
import classes from "./parts/statistic.module.css";

/** How one project grew, day by day, also one that is gone by now. */
export function ProjectHistory() {
  const workspace = useWorkspace();
  const { projectId } = useParams({ from: "/signed-in/workspaces/$workspaceId/manage/statistics/projects/$projectId" });
  const [length, setLength] = useState("30");
  const history = useQuery({ ...projectStatisticsQuery(workspace.id, projectId, lastDays(Number(length))), placeholderData: (before) => before });
  if (history.isError) return <ProblemNotice error={history.error} retry={() => void history.refetch()} />;
  const days = history.data?.days ?? [];
  const last = days.at(-1);
  return (
    <History title={last?.name ?? "Project"} tags={last && <Tag>{sentence(last.state)}</Tag>} length={length} setLength={setLength}>
      {history.isPending ? (
        <ChartSkeletons />
      ) : (
        <div className={classes.grid}>
          <DayChart title="Storage" days={days} lines={[["Counted", "bytes"], ["Open datasets", "openBytes"]]} format={formatBytes} />
          <DayChart title="Items" days={days} lines={[["Items", "items"]]} format={formatCount} />
          <DayChart title="Datasets and versions" days={days} lines={[["Datasets", "datasets"], ["Versions", "versions"]]} format={formatCount} />
          <DayChart title="Members and documents" days={days} lines={[["Chosen members", "members"], ["Documents", "documents"]]} format={formatCount} />
        </div>
      )}
    </History>
  );
}
