import { Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import { serverQuery } from "@/features/session/api/server";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { Facts } from "@/shared/Facts";
import { PersonName } from "@/shared/PersonName";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { Tag } from "@/shared/Tag";
import { formatMinute, sentence } from "@/shared/text/format";
import { When } from "@/shared/When";
import { planQuery } from "./api/plan";
import { DeleteWorkspace } from "./parts/DeleteWorkspace";
import { RestoreWorkspace } from "./parts/RestoreWorkspace";
import { SwitchPlan } from "./parts/SwitchPlan";
import { standing } from "./standing";

/** The plan: where the workspace stands, until when, and what its owner can do about it. */
export function PlanCard() {
  const workspace = useWorkspace();
  const plan = useQuery(planQuery(workspace.id));
  const { data: server } = useQuery(serverQuery);
  const { tone, title, text } = standing(workspace);
  if (plan.isError) return <ProblemNotice error={plan.error} retry={() => void plan.refetch()} />;
  const warned = plan.data?.warnings ?? [];
  return (
    <Stack>
      <Facts
        rows={[
          ["Plan", sentence(workspace.plan)],
          [
            "State",
            <Tag key="state" tone={tone === "quiet" ? "plain" : tone}>
              {sentence(workspace.state)}
            </Tag>,
          ],
          workspace.trialEndsAt && workspace.state === "TRIAL" ? ["Trial ends", formatMinute(workspace.trialEndsAt)] : null,
          workspace.purgeAt ? [workspace.state === "DEACTIVATED" ? "Purged on" : "Deleted on", formatMinute(workspace.purgeAt)] : null,
          plan.data?.purgedAt ? ["Purged", formatMinute(plan.data.purgedAt)] : null,
          warned[0] ? ["Last warning", <When key="warned" at={warned[0].at} />] : null,
        ]}
      />
      <Text size="sm">
        <b>{title}.</b> {text}
      </Text>
      {plan.data && plan.data.can.length > 0 ? (
        <Group>
          {can(plan.data, "PLAN_SWITCH") && <SwitchPlan />}
          {can(plan.data, "WORKSPACE_RESTORE") && <RestoreWorkspace />}
          {can(plan.data, "WORKSPACE_DELETE") && <DeleteWorkspace />}
        </Group>
      ) : (
        <Text size="sm" c="dimmed">
          Only the workspace owner, <PersonName person={workspace.owner} />, changes this.
        </Text>
      )}
      {server?.supportAddress && (
        <Text size="sm" c="dimmed">
          Questions about plans? Write to {server.supportAddress}.
        </Text>
      )}
    </Stack>
  );
}
