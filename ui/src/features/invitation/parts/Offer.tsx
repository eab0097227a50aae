import { List, Text } from "@mantine/core";
import type { InvitationByToken } from "@/api/types";
import { formatDay, words } from "@/shared/text/format";

/** Who invites whom to what, in plain sentences. */
export function Offer({ invitation }: { invitation: InvitationByToken }) {
  const { kind, inviter, organization, workspace, types, roles, projects, email, expiresAt } = invitation;
  return (
    <>
      <Text component="span" c="var(--k-ink)">
        <b>{inviter.name}</b>
        {kind === "ORGANIZATION"
          ? ` invites you to join ${organization?.name ?? "their organization"} on Kontor.`
          : kind === "MEMBER"
            ? ` invites you into the workspace ${workspace?.name ?? ""}${organization ? ` as one of ${organization.name}` : ""}.`
            : ` of ${organization?.name ?? "another organization"} invites your organization to work in the workspace ${workspace?.name ?? ""}.`}
      </Text>
      <List size="sm" mt="sm" spacing={2} c="dimmed">
        <List.Item>For {email}</List.Item>
        {types.length > 0 && <List.Item>Your organization as {types.map(words).join(" and ")}</List.Item>}
        {roles.length > 0 && <List.Item>You as {roles.map(words).join(" and ")}</List.Item>}
        {projects.length > 0 && <List.Item>With the projects {projects.map(({ name }) => name).join(", ")}</List.Item>}
        <List.Item>Open until {formatDay(expiresAt)}</List.Item>
      </List>
    </>
  );
}
