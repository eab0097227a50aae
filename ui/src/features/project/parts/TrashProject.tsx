import { Alert, Button, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import type { Project } from "@/api/types";
import { projectKey } from "@/features/project/api/project";
import { projectImpactQuery } from "@/features/project/api/project-impact";
import { trashProject } from "@/features/project/api/trash-project";
import { openDatasets, ownerLine } from "@/features/project/owners";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { can } from "@/api/can";
import { ConfirmDialog, Consequences } from "@/shared/ConfirmDialog";
import { plural } from "@/shared/text/format";
import { refreshAll, say } from "@/shared/use-act";

/** Puts a project into the trash; where others own datasets in it, says whose beforehand (O-12). */
export function TrashProject({ project }: { project: Project }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const workspace = useWorkspace();
  const [opened, { open, close }] = useDisclosure();
  const impact = useQuery({ ...projectImpactQuery(project.id), enabled: opened });
  const owners = impact.data?.owners ?? [];
  const others = owners.filter(({ self }) => !self);
  // Only workspace admins delete what others own datasets in; they alone edit the workspace, too.
  const may = others.length === 0 || can(workspace, "WORKSPACE_EDIT");
  const trash = useMutation({
    mutationFn: () => trashProject(project.id, others.length > 0),
    onSuccess: async () => {
      close();
      say(`${project.name} is in the trash.`);
      await navigate({ to: "/workspaces/$workspaceId/projects", params: { workspaceId: project.workspaceId } });
      queryClient.removeQueries({ queryKey: projectKey(project.id) });
      await refreshAll(queryClient, [workspaceKey(project.workspaceId)]);
    },
  });
  const start = () => {
    trash.reset();
    open();
  };
  return (
    <>
      <Button variant="default" c="var(--k-danger)" onClick={start}>
        Delete project
      </Button>
      <ConfirmDialog
        title={`Delete ${project.name}?`}
        opened={opened}
        close={close}
        confirm={() => may && trash.mutate()}
        pending={trash.isPending}
        action={others.length > 0 ? "Delete all the same" : "Move to trash"}
        typed={may ? project.name : undefined}
        barred={!may}
        impact={impact}
      >
        <Text>
          It becomes unreachable for everybody at once, and stays in the trash for 30 days: its creator and workspace admins may restore it.
          After that it is gone for good.
        </Text>
        <Consequences
          none="There is nothing in it."
          lines={[
            !!project.counts?.datasets && `${plural(project.counts.datasets, "dataset")} with all versions`,
            !!project.counts?.documents && plural(project.counts.documents, "document or link", "documents and links"),
            openDatasets(owners) > 0 && `${plural(openDatasets(owners), "open dataset is", "open datasets are")} closed to everybody outside`,
          ]}
        />
        {others.length > 0 && (
          <Alert color="yellow" title={may ? "Others own datasets in it, and are told" : "Others own datasets in it"}>
            <Consequences none="" lines={others.map(ownerLine)} />
            {!may && (
              <Text size="sm" mt="xs">
                Only a workspace admin may delete it while that is so.
              </Text>
            )}
          </Alert>
        )}
        {trash.error && (
          <Alert color="red" role="alert">
            <Text size="sm">{problemOf(trash.error).message}</Text>
          </Alert>
        )}
      </ConfirmDialog>
    </>
  );
}
