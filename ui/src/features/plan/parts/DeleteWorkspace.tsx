import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { meKey } from "@/features/session/api/me";
import { deleteWorkspace } from "@/features/plan/api/delete-workspace";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { useAct } from "@/shared/use-act";

/** the owner deletes the workspace, typing its name; for a while it can be restored. */
export function DeleteWorkspace() {
  const workspace = useWorkspace();
  const [opened, { open, close }] = useDisclosure();
  const act = useAct(() => deleteWorkspace(workspace.id, workspace.name), {
    says: `${workspace.name} is to be deleted.`,
    refresh: [workspaceKey(workspace.id), meKey],
    done: close,
  });
  return (
    <>
      <Button variant="default" c="var(--k-danger)" onClick={open}>
        Delete workspace
      </Button>
      <ConfirmDialog
        title={`Delete ${workspace.name}?`}
        opened={opened}
        close={close}
        confirm={() => act.mutate()}
        pending={act.isPending}
        action="Delete workspace"
        typed={workspace.name}
      >
        <Text>
          From now on it takes nothing new, and all its members are told. You can restore it until the date that is shown here then. After
          that its projects, datasets and documents, its settings, user list and statistics are gone for good.
        </Text>
        <Text>Copies that others made of its open datasets stay.</Text>
      </ConfirmDialog>
    </>
  );
}
