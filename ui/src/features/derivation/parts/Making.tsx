import { Button, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Dataset, DatasetVisibility, NewDerivation } from "@/api/types";
import { DatasetVisibilityChoice } from "@/features/dataset/DatasetVisibilityChoice";
import { datasetNameRule } from "@/features/dataset/name-rule";
import { derive } from "@/features/derivation/api/derive";
import { useWorkspaceHere } from "@/features/derivation/workspace-here";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll } from "@/shared/use-act";
import { ProjectChoice } from "./ProjectChoice";

/** Names the new dataset, says where it is to stand, and makes it. */
export function Making({ dataset, wanted }: { dataset: Dataset; wanted: Pick<NewDerivation, "sources" | "where" | "conflicts"> }) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [workspace, setWorkspace] = useWorkspaceHere(dataset);
  const form = useForm({
    initialValues: { project: dataset.project?.id ?? (null as string | null), name: "", description: "", visibility: "PROJECT" as DatasetVisibility },
    validate: { name: datasetNameRule, project: (value) => (value ? null : "A project, please.") },
  });
  const submit = useSubmit(
    form,
    ({ project, ...values }) => derive(project ?? "", { ...values, ...wanted }),
    async ({ datasetId, workspaceId }) => {
      if (!datasetId) return;
      void refreshAll(queryClient, [[...workspaceKey(workspaceId), "datasets"]]);
      await navigate({ to: "/workspaces/$workspaceId/datasets/$datasetId", params: { workspaceId, datasetId } });
    },
  );
  return (
    <form onSubmit={submit.onSubmit} style={{ maxWidth: "32rem" }}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <ProjectChoice
          workspace={workspace}
          onWorkspace={(chosen) => {
            setWorkspace(chosen);
            form.setFieldValue("project", null);
          }}
          {...form.getInputProps("project")}
        />
        <TextInput label="Name" required {...form.getInputProps("name")} />
        <Textarea label="Description" autosize minRows={2} maxRows={6} {...form.getInputProps("description")} />
        <DatasetVisibilityChoice {...form.getInputProps("visibility")} />
        <Group>
          <Button type="submit" loading={submit.pending}>
            Create dataset
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
