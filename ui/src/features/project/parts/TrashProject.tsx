import { Alert, Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import type { Project } from "@/api/types";
import { trashProject } from "@/features/project/api/trash-project";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { plural } from "@/shared/text/format";
import { refreshAll, say } from "@/shared/use-act";

/** Puts a project into the trash; where others own datasets in it, says whose before asking again (O-12). */
export function TrashProject({ project }: { project: Project }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [opened, { open, close }] = useDisclosure();
  const trash = useMutation({
    mutationFn: (despiteOthers: boolean) => trashProject(project.id, despiteOthers),
    onSuccess: async () => {
      close();
      say(`${project.name} is in the trash.`);
      await navigate({ to: "/workspaces/$workspaceId/projects", params: { workspaceId: project.workspaceId } });
      await refreshAll(queryClient, [workspaceKey(project.workspaceId)]);
    },
  });
  const problem = trash.error ? problemOf(trash.error) : null;
  const othersOwn = problem?.code === "others-own-datasets";
  return (
    <>
      <Button
        variant="default"
        c="var(--k-danger)"
        onClick={() => {
          trash.reset();
          open();
        }}
      >
        Delete project
      </Button>
      <ConfirmDialog
        title={`Delete ${project.name}?`}
        opened={opened}
        close={close}
        confirm={() => trash.mutate(othersOwn)}
        pending={trash.isPending}
        action={othersOwn ? "Delete all the same" : "Move to trash"}
        typed={project.name}
      >
        <Text>
          {plural(project.counts?.datasets ?? 0, "dataset")} and everything else in it become unreachable for everybody at once. It stays in
          the trash for 30 days; its creator and workspace admins may restore it.
        </Text>
        {problem && (
          <Alert color="red" role="alert">
            <Text size="sm">{problem.message}</Text>
          </Alert>
        )}
      </ConfirmDialog>
    </>
  );
}
