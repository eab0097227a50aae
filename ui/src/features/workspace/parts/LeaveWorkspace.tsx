import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { removeMember } from "@/features/member/api/remove-member";
import { meKey } from "@/features/session/api/me";
import { useMe } from "@/features/session/use-me";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { refreshAll, useAct } from "@/shared/use-act";

/** The way out of a workspace for everybody but its owner. */
export function LeaveWorkspace() {
  const me = useMe();
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure();
  const queryClient = useQueryClient();
  const leave = useAct(
    async () => {
      await removeMember(workspace.id, me.user.id);
      // The start leads to a workspace that one is in, so it has to know first that this one is none.
      await refreshAll(queryClient, [meKey]);
    },
    { says: `You left ${workspace.name}.`, done: () => void navigate({ to: "/" }) },
  );
  if (workspace.owner.id === me.user.id) {
    return <Text c="dimmed">You own this workspace. Its owner cannot leave; transfer the ownership first.</Text>;
  }
  return (
    <>
      <Button variant="default" c="var(--k-danger)" onClick={open}>
        Leave workspace
      </Button>
      <ConfirmDialog title={`Leave ${workspace.name}?`} opened={opened} close={close} confirm={() => leave.mutate()} pending={leave.isPending} action="Leave">
        <Text>
          Your roles, project memberships and grants end at once. Projects and datasets that you own pass to the workspace owner.
          Coming back later restores nothing.
        </Text>
      </ConfirmDialog>
    </>
  );
}
