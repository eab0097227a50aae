import type { StatisticProject } from "@/api/types";
import { AnchorLink } from "@/shared/links";
import { ListTable } from "@/shared/list/ListTable";
import { formatBytes, formatCount, sentence } from "@/shared/text/format";
import classes from "./statistic.module.css";

/** What each project holds, the largest first; its name leads to how it came to that. */
export function ProjectTable({ workspaceId, projects }: { workspaceId: string; projects: StatisticProject[] }) {
  if (projects.length === 0) return null;
  return (
    <section>
      <h2 className={classes.title}>Projects</h2>
      <ListTable
        label="Projects"
        rows={projects}
        rowKey={({ projectId }) => projectId}
        columns={[
          {
            header: "Project",
            cell: ({ name, projectId }) => (
              <AnchorLink to="/workspaces/$workspaceId/manage/statistics/projects/$projectId" params={{ workspaceId, projectId }}>
                {name}
              </AnchorLink>
            ),
          },
          { header: "State", cell: ({ state }) => sentence(state) },
          { header: "Datasets", cell: ({ datasets }) => formatCount(datasets), align: "right" },
          { header: "Items", cell: ({ items }) => formatCount(items), align: "right" },
          { header: "Versions", cell: ({ versions }) => formatCount(versions), align: "right" },
          { header: "Storage", cell: ({ bytes }) => formatBytes(bytes), align: "right" },
        ]}
      />
    </section>
  );
}
