import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { DatasetVisibility, Project } from "@/api/types";
import { createDataset } from "@/features/dataset/api/create-dataset";
import { datasetNameRule } from "@/features/dataset/name-rule";
import { projectKey } from "@/features/project/api/project";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll } from "@/shared/use-act";
import { DatasetVisibilityChoice } from "@/features/dataset/DatasetVisibilityChoice";

/** Makes a dataset and goes to where its first files are dropped. */
export function NewDatasetDialog({ project, opened, close }: { project: Project; opened: boolean; close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} title={`New dataset in ${project.name}`}>
      {opened && <DatasetForm project={project} close={close} />}
    </Modal>
  );
}

function DatasetForm({ project, close }: { project: Project; close: () => void }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { name: "", description: "", visibility: "PROJECT" as DatasetVisibility },
    validate: { name: datasetNameRule },
  });
  const submit = useSubmit(
    form,
    (values) => createDataset(project.id, values),
    async ({ id }) => {
      close();
      void refreshAll(queryClient, [projectKey(project.id), [...workspaceKey(project.workspaceId), "datasets"]]);
      await navigate({
        to: "/workspaces/$workspaceId/datasets/$datasetId/draft",
        params: { workspaceId: project.workspaceId, datasetId: id },
      });
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="Name" required data-autofocus {...form.getInputProps("name")} />
        <Textarea label="Description" autosize minRows={2} maxRows={6} {...form.getInputProps("description")} />
        <DatasetVisibilityChoice {...form.getInputProps("visibility")} />
        <Group justify="flex-end" mt="xs">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            Create dataset
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
