import type { StatisticProject } from "@/api/types";
import { ListTable } from "@/shared/list/ListTable";
import { formatBytes, formatCount, sentence } from "@/shared/text/format";
import classes from "./statistic.module.css";

/** What each project holds, the largest first. */
export function ProjectTable({ projects }: { projects: StatisticProject[] }) {
  if (projects.length === 0) return null;
  return (
    <section>
      <h2 className={classes.title}>Projects</h2>
      <ListTable
        label="Projects"
        rows={projects}
        rowKey={({ projectId }) => projectId}
        columns={[
          { header: "Project", cell: ({ name }) => name },
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
