import { Text } from "@mantine/core";
import type { Me, OrganizationUser } from "@/api/types";
import { AnchorLink } from "@/shared/links";
import type { Column } from "@/shared/list/ListTable";
import { Tag, Tags } from "@/shared/Tag";
import { formatDay } from "@/shared/text/format";
import { When } from "@/shared/When";
import { UserActions } from "./UserActions";

export function userColumns(me: Me): Column<OrganizationUser>[] {
  return [
    {
      header: "Name",
      sort: "name",
      cell: ({ id, name, email }) => (
        <div>
          <Text fw={550}>
            {name}
            {id === me.user.id && (
              <Text component="span" inherit c="dimmed" fw={400}>
                {" "}
                (you)
              </Text>
            )}
          </Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {email}
          </Text>
        </div>
      ),
    },
    {
      header: "State",
      cell: ({ administrator, locked }) => (
        <Tags>
          {administrator && <Tag tone="accent">Organization administrator</Tag>}
          {locked && <Tag tone="danger">Locked</Tag>}
          {!administrator && !locked && <Text c="dimmed">User</Text>}
        </Tags>
      ),
    },
    { header: "Last active", sort: "seen", cell: ({ id, name, lastSeenAt }) =>
        lastSeenAt ? (
          <AnchorLink inherit to="/organization/activity" search={{ actor: id, actorName: name }} title={`What ${name} did`}>
            <When at={lastSeenAt} />
          </AnchorLink>
        ) : (
          "never"
        ) },
    { header: "Joined", sort: "created", cell: ({ createdAt }) => formatDay(createdAt) },
    { header: "", cell: (user) => <UserActions organization={me.organization} user={user} /> },
  ];
}
