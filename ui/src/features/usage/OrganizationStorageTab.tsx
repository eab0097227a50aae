import { Collapse, Group, Paper, Stack, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { itemsOf } from "@/api/page";
import type { WorkspaceUsage } from "@/api/types";
import { useMe } from "@/features/session/use-me";
import { ownProjectUsagesQuery } from "@/features/usage/api/own-project-usages";
import { ownUsageQuery } from "@/features/usage/api/own-usage";
import { EmptyState } from "@/shared/EmptyState";
import { More, SkeletonRows } from "@/shared/list/InfiniteList";
import { Part } from "@/shared/Part";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { Tag } from "@/shared/Tag";
import { sentence } from "@/shared/text/format";
import { OrganizationMonth } from "./parts/OrganizationMonth";
import { ProjectBars } from "./parts/ProjectBars";
import { QuotaGauge } from "./parts/QuotaGauge";

/** C-05: how storage is spread over the workspaces that the organization owns, and the projects in them. */
export function OrganizationStorageTab() {
  const { organization } = useMe();
  const usage = useInfiniteQuery(ownUsageQuery(organization.id));
  const workspaces = itemsOf(usage.data);
  return (
    <>
      <Part title="Storage" lead="Of the workspaces that the organization owns, largest first, beside their quotas. Open one to see its projects, by name and sums.">
        {usage.isPending && <SkeletonRows columns={2} />}
        {usage.isError && workspaces.length === 0 && <ProblemNotice error={usage.error} retry={() => void usage.refetch()} />}
        {usage.isSuccess && workspaces.length === 0 && (
          <EmptyState title="None yet">A workspace that one of your users creates belongs to {organization.name}.</EmptyState>
        )}
        <Stack>
          {workspaces.map((workspace) => (
            <OfWorkspace key={workspace.id} organizationId={organization.id} workspace={workspace} />
          ))}
        </Stack>
        <More query={usage} />
      </Part>
      <OrganizationMonth organizationId={organization.id} />
    </>
  );
}

function OfWorkspace({ organizationId, workspace }: { organizationId: string; workspace: WorkspaceUsage }) {
  const [opened, setOpened] = useState(false);
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <Paper withBorder p="md" radius="md">
      <UnstyledButton onClick={() => setOpened(!opened)} aria-expanded={opened} w="100%">
        <Group gap="xs">
          <Chevron size={18} aria-hidden />
          <Text fw={550}>{workspace.name}</Text>
          <Tag>{sentence(workspace.plan)}</Tag>
        </Group>
      </UnstyledButton>
      <Stack gap="xs" mt="sm">
        {workspace.quotas
          .filter(({ quota, used }) => quota === "STORAGE" || used > 0)
          .map((quota) => (
            <QuotaGauge key={quota.quota} quota={quota} compact />
          ))}
      </Stack>
      <Collapse expanded={opened} mt="md">
        {opened && <Projects organizationId={organizationId} workspace={workspace} />}
      </Collapse>
    </Paper>
  );
}

function Projects({ organizationId, workspace }: { organizationId: string; workspace: WorkspaceUsage }) {
  const projects = useInfiniteQuery(ownProjectUsagesQuery(organizationId, workspace.id));
  return <ProjectBars label={`Projects of ${workspace.name} by storage`} query={projects} />;
}
