import { Skeleton } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import { projectKey } from "@/features/project/api/project";
import { useProject } from "@/features/project/use-project";
import { endProjectReservation } from "@/features/usage/api/end-project-reservation";
import { projectInferenceReservationsQuery } from "@/features/usage/api/project-inference-reservations";
import { projectUsageQuery } from "@/features/usage/api/project-usage";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { Facts } from "@/shared/Facts";
import { AnchorLink } from "@/shared/links";
import { Part } from "@/shared/Part";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatBytes, formatCount, plural } from "@/shared/text/format";
import { Reservations } from "./parts/Reservations";

/** What a project stores (C-14), for all who see it, and what is inferred in it, for whoever manages it; workspace admins find from here how it came to that. */
export function ProjectUsageTab() {
  const project = useProject();
  const workspace = useWorkspace();
  const usage = useQuery(projectUsageQuery(project.id));
  const manages = can(project, "PROJECT_EDIT");
  const reservations = useInfiniteQuery({ ...projectInferenceReservationsQuery(project.id), enabled: manages });
  return (
    <>
      <Part
        title="Storage"
        lead="Each content counts once, however many versions, drafts, datasets and documents here have it. Open datasets do not count against the plan's storage."
        action={
          can(workspace, "WORKSPACE_EDIT") && (
            <AnchorLink
              to="/workspaces/$workspaceId/manage/statistics/projects/$projectId"
              params={{ workspaceId: workspace.id, projectId: project.id }}
            >
              Day by day
            </AnchorLink>
          )
        }
      >
        {usage.isPending && <Skeleton height={90} aria-label="Loading" />}
        {usage.isError && <ProblemNotice error={usage.error} retry={() => void usage.refetch()} />}
        {usage.data && (
          <Facts
            rows={[
              ["Stored", `${formatBytes(usage.data.bytes)} in ${plural(usage.data.contents, "content")}`],
              ["In open datasets", `${formatBytes(usage.data.openBytes)} in ${plural(usage.data.openContents, "content")}`],
              ["Datasets", formatCount(project.counts?.datasets ?? 0)],
              ["Documents", formatCount(project.counts?.documents ?? 0)],
            ]}
          />
        )}
      </Part>
      {manages && <Reservations query={reservations} end={(id) => endProjectReservation(project.id, id)} refresh={[projectKey(project.id)]} />}
    </>
  );
}
