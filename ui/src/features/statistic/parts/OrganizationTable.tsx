import type { StatisticOrganization } from "@/api/types";
import { AnchorLink } from "@/shared/links";
import { ListTable } from "@/shared/list/ListTable";
import { formatCount } from "@/shared/text/format";
import classes from "./statistic.module.css";

/** Whose people are in the workspace, and how much they did that day. */
export function OrganizationTable({ workspaceId, organizations }: { workspaceId: string; organizations: StatisticOrganization[] }) {
  return (
    <section>
      <h2 className={classes.title}>Organizations</h2>
      <ListTable
        label="Organizations"
        rows={organizations}
        rowKey={({ organizationId }) => organizationId}
        columns={[
          {
            header: "Organization",
            cell: ({ name, organizationId }) => (
              <AnchorLink to="/workspaces/$workspaceId/manage/statistics/organizations/$organizationId" params={{ workspaceId, organizationId }}>
                {name}
              </AnchorLink>
            ),
          },
          { header: "Members", cell: ({ members }) => formatCount(members), align: "right" },
          { header: "Actions that day", cell: ({ actions }) => formatCount(actions), align: "right" },
        ]}
      />
    </section>
  );
}
