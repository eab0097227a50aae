import { Select, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { itemsOf } from "@/api/page";
import type { Holding } from "@/api/types";
import { membersQuery } from "@/features/member/api/members";
import { losses, passesOn } from "@/features/member/losses";
import { Consequences } from "@/shared/ConfirmDialog";
import { words } from "@/shared/text/format";

interface Props {
  holding: Holding;
  userId: string;
  heir: string | null;
  owner: string | null;
  chooseHeir: (userId: string | null) => void;
  chooseOwner: (userId: string | null) => void;
}

/** What a user leaves in one workspace, and to whom. */
export function HoldingPart({ holding, userId, heir, owner, chooseHeir, chooseOwner }: Props) {
  const { workspace, organization, roles, takes, mayName } = holding;
  return (
    <section aria-label={workspace.name}>
      <Text fw={550}>
        {workspace.name}{" "}
        <Text component="span" inherit c="dimmed" fw={400}>
          · {organization.name} · {holding.owner ? "owner" : roles.length > 0 ? roles.map(words).join(", ") : "member"}
        </Text>
      </Text>
      <Consequences lines={losses(takes)} none="They own nothing there and hold no grants." />
      {holding.owner && (
        <Select
          mt="xs"
          label={`New owner of ${workspace.name}`}
          description="Named later, the workspace keeps them as its owner until then, and nothing passes on."
          placeholder="Name one later"
          data={holding.candidates.map(({ id, name }) => ({ value: id, label: name }))}
          value={owner}
          onChange={chooseOwner}
          searchable
          clearable
        />
      )}
      {mayName && passesOn(takes) && (!holding.owner || owner !== null) && <Heir workspaceId={workspace.id} userId={userId} heir={heir} choose={chooseHeir} />}
    </section>
  );
}

/** Whoever manages members there may say who takes over; else it is the workspace owner. */
function Heir({ workspaceId, userId, heir, choose }: { workspaceId: string; userId: string; heir: string | null; choose: (userId: string | null) => void }) {
  const members = useInfiniteQuery(membersQuery(workspaceId, {}));
  return (
    <Select
      mt="xs"
      label="What they own passes to"
      placeholder="The workspace owner"
      data={itemsOf(members.data)
        .filter(({ user }) => user.id !== userId)
        .map(({ user }) => ({ value: user.id, label: user.name }))}
      value={heir}
      onChange={choose}
      searchable
      clearable
    />
  );
}
