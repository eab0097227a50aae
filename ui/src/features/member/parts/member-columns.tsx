import { Text } from "@mantine/core";
import type { Member, Workspace } from "@/api/types";
import type { Column } from "@/shared/list/ListTable";
import { When } from "@/shared/When";
import { InlineRoles } from "./InlineRoles";
import { MemberActions } from "./MemberActions";

export function memberColumns(workspace: Workspace): Column<Member>[] {
  return [
    {
      header: "Name",
      sort: "name",
      cell: ({ user, self }) => (
        <div>
          <Text fw={550}>
            {user.name}
            {self && (
              <Text component="span" inherit c="dimmed" fw={400}>
                {" "}
                (you)
              </Text>
            )}
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {user.email}
          </Text>
        </div>
      ),
    },
    { header: "Organization", cell: ({ organization }) => organization.name },
    {
      header: "Roles",
      cell: (member) => <InlineRoles workspace={workspace} member={member} />,
    },
    { header: "Joined", sort: "joined", cell: ({ joinedAt }) => <When at={joinedAt} /> },
    { header: "", cell: (member) => <MemberActions workspace={workspace} member={member} /> },
  ];
}
