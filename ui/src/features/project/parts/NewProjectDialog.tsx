import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { ProjectVisibility } from "@/api/types";
import { createProject } from "@/features/project/api/create-project";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll } from "@/shared/use-act";
import { PeriodFields } from "./PeriodFields";
import { VisibilityChoice } from "./VisibilityChoice";

/** Makes a project and goes there. */
export function NewProjectDialog({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} title="New project">
      {opened && <ProjectForm close={close} />}
    </Modal>
  );
}

function ProjectForm({ close }: { close: () => void }) {
  const workspace = useWorkspace();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { name: "", description: "", startsOn: "", endsOn: "", visibility: "PRIVATE" as ProjectVisibility } });
  const submit = useSubmit(
    form,
    ({ startsOn, endsOn, ...values }) => createProject(workspace.id, { ...values, ...(startsOn && { startsOn }), ...(endsOn && { endsOn }) }),
    async ({ id }) => {
      close();
      void refreshAll(queryClient, [workspaceKey(workspace.id)]);
      await navigate({ to: "/workspaces/$workspaceId/projects/$projectId", params: { workspaceId: workspace.id, projectId: id } });
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="Name" required maxLength={80} data-autofocus {...form.getInputProps("name")} />
        <Textarea label="Description" autosize minRows={2} maxRows={6} {...form.getInputProps("description")} />
        <PeriodFields startsOn={form.getInputProps("startsOn")} endsOn={form.getInputProps("endsOn")} />
        <VisibilityChoice {...form.getInputProps("visibility")} />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            Create project
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
