import { Text } from "@mantine/core";
import type { OwnWorkspace } from "@/api/types";
import type { Column } from "@/shared/list/ListTable";
import { Tag, Tags } from "@/shared/Tag";
import { formatDay, plural, sentence } from "@/shared/text/format";
import { OwnWorkspaceActions } from "./OwnWorkspaceActions";

export function ownWorkspaceColumns(organizationId: string): Column<OwnWorkspace>[] {
  return [
    {
      header: "Workspace",
      cell: ({ name, createdAt }) => (
        <div>
          <Text fw={550}>{name}</Text>
          <Text size="sm" c="dimmed">
            since {formatDay(createdAt)}
          </Text>
        </div>
      ),
    },
    {
      header: "Owner",
      cell: ({ owner }) => (
        <Tags>
          <span>{owner.name}</span>
          {owner.state !== "ACTIVE" && <Tag tone="danger">{sentence(owner.state)}</Tag>}
        </Tags>
      ),
    },
    { header: "Plan", cell: ({ plan, state }) => (plan === state ? sentence(plan) : `${sentence(plan)} · ${sentence(state)}`) },
    { header: "In it", cell: ({ members, projects }) => `${plural(members, "member")}, ${plural(projects, "project")}` },
    { header: "", cell: (workspace) => <OwnWorkspaceActions organizationId={organizationId} workspace={workspace} /> },
  ];
}
