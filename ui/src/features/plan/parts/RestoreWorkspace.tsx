import { Button } from "@mantine/core";
import { meKey } from "@/features/session/api/me";
import { restoreWorkspace } from "@/features/plan/api/restore-workspace";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { useAct } from "@/shared/use-act";

/** takes a deletion back. */
export function RestoreWorkspace() {
  const workspace = useWorkspace();
  const act = useAct(() => restoreWorkspace(workspace.id), {
    says: `${workspace.name} is not deleted.`,
    refresh: [workspaceKey(workspace.id), meKey],
  });
  return (
    <Button variant="default" onClick={() => act.mutate()} loading={act.isPending}>
      Restore workspace
    </Button>
  );
}
