import { Skeleton, Stack } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { serverQuery } from "@/features/session/api/server";
import { endReservation } from "@/features/usage/api/end-reservation";
import { inferenceReservationsQuery } from "@/features/usage/api/inference-reservations";
import { projectUsagesQuery } from "@/features/usage/api/project-usages";
import { workspaceUsageQuery } from "@/features/usage/api/workspace-usage";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { Part } from "@/shared/Part";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { sentence } from "@/shared/text/format";
import { ProjectBars } from "./parts/ProjectBars";
import { QuotaFull } from "./parts/QuotaFull";
import { QuotaGauge } from "./parts/QuotaGauge";
import { Reservations } from "./parts/Reservations";
import { WorkspaceMonths } from "./parts/WorkspaceMonths";

/** What a workspace uses beside the quotas of its plan, which projects do (O-08), and what it used by the month. */
export function UsageTab() {
  const workspace = useWorkspace();
  const usage = useQuery(workspaceUsageQuery(workspace.id));
  const projects = useInfiniteQuery(projectUsagesQuery(workspace.id));
  const reservations = useInfiniteQuery(inferenceReservationsQuery(workspace.id));
  const { data: server } = useQuery(serverQuery);
  return (
    <>
      <Part
        title="Quotas"
        lead={`Of the plan ${sentence(workspace.plan)}. At 80 % and 95 % the workspace's owner and admins are told; at 100 % nothing more comes in. Reading never stops.`}
      >
        {usage.isPending && <Skeleton height={90} aria-label="Loading" />}
        {usage.isError && <ProblemNotice error={usage.error} retry={() => void usage.refetch()} />}
        {usage.data && (
          <Stack gap="lg" maw="42rem">
            <QuotaFull quotas={usage.data.quotas} workspace={workspace} supportAddress={server?.supportAddress} />
            {usage.data.quotas.map((quota) => (
              <QuotaGauge key={quota.quota} quota={quota} />
            ))}
          </Stack>
        )}
      </Part>
      <Part title="Projects" lead="Largest first. Each content counts once in a project, however many versions, datasets and documents have it. What is in the trash still counts.">
        <ProjectBars label="Projects by storage" query={projects} />
      </Part>
      <Reservations query={reservations} end={(id) => endReservation(workspace.id, id)} refresh={[workspaceKey(workspace.id)]} />
      <WorkspaceMonths workspaceId={workspace.id} />
    </>
  );
}
