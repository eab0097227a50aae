import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { collaborationImpactQuery } from "@/features/collaborator/api/collaboration-impact";
import { collaborationsKey } from "@/features/collaborator/api/collaborations";
import { takeOut } from "@/features/collaborator/api/take-out";
import { losses, passesOn } from "@/features/member/losses";
import { Consequences, ConfirmDialog } from "@/shared/ConfirmDialog";
import { plural } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";

interface Props {
  organization: string;
  workspace: { id: string; name: string };
  /** Whom; nobody named is everybody. */
  user?: { id: string; name: string };
  opened: boolean;
  close: () => void;
}

/** Says what goes when an administrator takes a user, or the whole organization, out of a workspace (O-04). */
export function TakeOutDialog({ organization, workspace, user, opened, close }: Props) {
  const impact = useQuery({ ...collaborationImpactQuery(organization, workspace.id, user?.id), enabled: opened });
  const act = useAct(() => takeOut(organization, workspace.id, user?.id), {
    refresh: [collaborationsKey(organization)],
    says: `${user?.name ?? "Your organization"} left ${workspace.name}.`,
    done: close,
  });
  const { members = 0, invitations = 0, takes = [] } = impact.data ?? {};
  return (
    <ConfirmDialog
      title={user ? `Take ${user.name} out of ${workspace.name}?` : `Leave ${workspace.name} with everybody?`}
      opened={opened}
      close={close}
      confirm={() => act.mutate()}
      pending={act.isPending}
      action="Take out"
      typed={user ? undefined : workspace.name}
      impact={impact}
    >
      <Text>Access ends with the next request. Nothing they made is deleted, and coming back restores nothing.</Text>
      <Consequences
        lines={[
          !user && members > 0 && `${plural(members, "person loses", "people lose")} access`,
          invitations > 0 && `${plural(invitations, "open invitation is", "open invitations are")} revoked`,
          ...losses(takes),
        ]}
        none={user ? "They own nothing there and hold no grants." : "Nobody of yours is there yet, and no invitation is open."}
      />
      {passesOn(takes) && <Text>What they own passes to the workspace owner.</Text>}
    </ConfirmDialog>
  );
}
