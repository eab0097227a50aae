import { Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Project } from "@/api/types";
import { editProject } from "@/features/project/api/edit-project";
import { projectKey } from "@/features/project/api/project";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { ConfirmDialog, Consequences } from "@/shared/ConfirmDialog";
import { useAct } from "@/shared/use-act";

/** Makes a project read-only, having said what that means; opens it again at once (O-13). */
export function ArchiveProject({ project }: { project: Project }) {
  const [opened, { open, close }] = useDisclosure();
  const archive = useAct(() => editProject(project.id, { archived: !project.archived }), {
    refresh: [projectKey(project.id), workspaceKey(project.workspaceId), ["datasets"]],
    says: project.archived ? "The project is open again." : "The project is archived.",
    done: close,
  });
  if (project.archived) {
    return (
      <Button variant="default" loading={archive.isPending} onClick={() => archive.mutate()}>
        Open again
      </Button>
    );
  }
  return (
    <>
      <Button variant="default" onClick={open}>
        Archive project
      </Button>
      <ConfirmDialog
        title={`Archive ${project.name}?`}
        opened={opened}
        close={close}
        confirm={() => archive.mutate()}
        pending={archive.isPending}
        action="Archive"
      >
        <Text>Everybody who sees it keeps seeing and downloading everything in it.</Text>
        <Consequences
          none=""
          lines={[
            "Nothing in it can be changed: no uploads, commits, documents, settings or new members",
            "Open drafts stay as they are, and go on once it is opened again",
            "People can still be taken off it",
          ]}
        />
      </ConfirmDialog>
    </>
  );
}
