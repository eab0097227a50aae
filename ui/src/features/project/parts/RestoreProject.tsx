import { Button } from "@mantine/core";
import type { Project } from "@/api/types";
import { projectKey } from "@/features/project/api/project";
import { restoreProject } from "@/features/project/api/restore-project";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useAct } from "@/shared/use-act";

/** Takes a project out of the trash, as it was (O-13). */
export function RestoreProject({ project }: { project: Project }) {
  const restore = useAct(() => restoreProject(project.id), {
    refresh: [projectKey(project.id), workspaceKey(project.workspaceId)],
    says: `${project.name} is restored.`,
  });
  return (
    <Button variant="default" size="xs" loading={restore.isPending} onClick={() => restore.mutate()}>
      Restore
    </Button>
  );
}
