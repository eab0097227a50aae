import { Text } from "@mantine/core";
import type { Collaborator, Workspace } from "@/api/types";
import type { Column } from "@/shared/list/ListTable";
import { Tag, Tags } from "@/shared/Tag";
import { plural, sentence } from "@/shared/text/format";
import { AutoInviteSwitch } from "./AutoInviteSwitch";
import { CollaboratorActions } from "./CollaboratorActions";

export function collaboratorColumns(workspace: Workspace): Column<Collaborator>[] {
  return [
    {
      header: "Organization",
      cell: ({ organization, self }) => (
        <Text fw={550}>
          {organization.name}
          {self && (
            <Text component="span" inherit c="dimmed" fw={400}>
              {" "}
              (yours)
            </Text>
          )}
        </Text>
      ),
    },
    {
      header: "Types",
      cell: ({ types }) => (
        <Tags>
          {types.map((type) => (
            <Tag key={type} tone={type === "OWNER" ? "accent" : "plain"}>
              {type === "OWNER" ? "Owns the workspace" : sentence(type)}
            </Tag>
          ))}
        </Tags>
      ),
    },
    { header: "Projects", cell: ({ projectAccess }) => <Access access={projectAccess} /> },
    { header: "People", cell: ({ members }) => plural(members, "person", "people") },
    {
      header: "Auto-invite",
      cell: (collaborator) =>
        collaborator.types.includes("OWNER") ? <Text c="dimmed">In settings</Text> : <AutoInviteSwitch workspace={workspace} collaborator={collaborator} />,
    },
    { header: "", cell: (collaborator) => <CollaboratorActions workspace={workspace} collaborator={collaborator} /> },
  ];
}

/** The projects of a collaborator, as many by name as fit into a line. */
function Access({ access }: { access: Collaborator["projectAccess"] }) {
  if (access === "FULL") return <>All, future ones too</>;
  const { projects } = access;
  if (projects.length === 0) return <Text c="dimmed">None that you see</Text>;
  const names = projects.slice(0, 2).map(({ name }) => name);
  const more = projects.length - names.length;
  return (
    <span title={projects.map(({ name }) => name).join(", ")}>
      {names.join(", ")}
      {more > 0 && ` and ${more} more`}
    </span>
  );
}
