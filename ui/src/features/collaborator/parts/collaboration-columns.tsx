import { Text } from "@mantine/core";
import type { Collaboration } from "@/api/types";
import type { Column } from "@/shared/list/ListTable";
import { Tag, Tags } from "@/shared/Tag";
import { plural, sentence } from "@/shared/text/format";
import { CollaborationActions } from "./CollaborationActions";

export function collaborationColumns(organization: string): Column<Collaboration>[] {
  return [
    { header: "Workspace", cell: ({ workspace }) => <Text fw={550}>{workspace.name}</Text> },
    { header: "Belongs to", cell: (row) => (row.organization.id === organization ? "Your organization" : row.organization.name) },
    {
      header: "As",
      cell: ({ types }) => (
        <Tags>
          {types.map((type) => (
            <Tag key={type} tone={type === "OWNER" ? "accent" : "plain"}>
              {type === "OWNER" ? "Owner" : sentence(type)}
            </Tag>
          ))}
        </Tags>
      ),
    },
    { header: "Your people", cell: ({ members }) => plural(members, "person", "people") },
    { header: "Auto-invite", cell: ({ autoInvite, types }) => (types.includes("OWNER") ? <Text c="dimmed">Own</Text> : autoInvite ? "On" : "Off") },
    { header: "", cell: (row) => <CollaborationActions organization={organization} collaboration={row} /> },
  ];
}
