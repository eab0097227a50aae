import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Dataset } from "@/api/types";
import { BucketSettings } from "@/features/bucket/BucketSettings";
import { deleteDataset } from "@/features/dataset/api/delete-dataset";
import { datasetKey } from "@/features/dataset/api/dataset";
import { editDataset } from "@/features/dataset/api/edit-dataset";
import { datasetNameRule } from "@/features/dataset/name-rule";
import { useDataset } from "@/features/dataset/use-dataset";
import { projectKeys } from "@/features/project/api/project";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { FormProblem } from "@/shared/form/FormProblem";
import { useReadAt } from "@/shared/form/use-read-at";
import { useSubmit } from "@/shared/form/use-submit";
import { Section } from "@/shared/Screen";
import { plural } from "@/shared/text/format";
import { refreshAll, say, useAct } from "@/shared/use-act";
import { DatasetVisibilityChoice } from "./DatasetVisibilityChoice";
import { OpeningState } from "./parts/OpeningState";

/** Name, visibility and the end of a dataset: for its dataset admins. */
export function DatasetSettingsTab() {
  const dataset = useDataset();
  return (
    <>
      <Section title="General">
        <DatasetForm />
      </Section>
      <Section title="Open to everybody" lead="Every signed-in user of this installation may then read the versions and make datasets of their own from them.">
        <OpeningState dataset={dataset} />
      </Section>
      <Section
        title="Import from a bucket"
        lead="Whoever may change the dataset then imports objects of this bucket into a draft. The keys are tried first, kept encrypted, and shown to nobody; give read-only ones."
      >
        <BucketSettings dataset={dataset} />
      </Section>
      <Section title="Delete" lead="Irrevocable: all versions, the draft and every use end at once. Copies made from it stay.">
        <Delete />
      </Section>
    </>
  );
}

const valuesOf = ({ name, description, visibility }: Dataset) => ({ name, description: description ?? "", visibility });

function DatasetForm() {
  const dataset = useDataset();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: valuesOf(dataset),
    validate: { name: datasetNameRule },
  });
  const read = useReadAt(dataset, form, valuesOf);
  const submit = useSubmit(
    form,
    ({ name, description, visibility }) =>
      editDataset(dataset.id, read.revision, { name, description, ...(visibility !== read.visibility && { visibility }) }),
    async () => {
      say("Saved.");
      form.resetDirty();
      await refreshAll(queryClient, [datasetKey(dataset.id), ...projectKeys(dataset.project), workspaceKey(dataset.workspaceId)]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="Name" required {...form.getInputProps("name")} />
        <Textarea label="Description" autosize minRows={2} maxRows={8} {...form.getInputProps("description")} />
        <DatasetVisibilityChoice {...form.getInputProps("visibility")} />
        <Group>
          <Button type="submit" loading={submit.pending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Delete() {
  const dataset = useDataset();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure();
  const remove = useAct(() => deleteDataset(dataset.id, dataset.name), {
    says: `${dataset.name} is deleted.`,
    refresh: [...projectKeys(dataset.project), workspaceKey(dataset.workspaceId)],
    done: () =>
      void navigate(
        dataset.project
          ? { to: "/workspaces/$workspaceId/projects/$projectId", params: { workspaceId: dataset.workspaceId, projectId: dataset.project.id } }
          : { to: "/workspaces/$workspaceId/projects", params: { workspaceId: dataset.workspaceId } },
      ),
  });
  return (
    <>
      <Button variant="default" c="var(--k-danger)" onClick={open}>
        Delete dataset
      </Button>
      <ConfirmDialog
        title={`Delete ${dataset.name}?`}
        opened={opened}
        close={close}
        confirm={() => remove.mutate()}
        pending={remove.isPending}
        action="Delete for good"
        typed={dataset.name}
      >
        <Text>
          {plural(dataset.items, "item")} in all versions and the open draft are gone for everybody, and cannot be brought back.
        </Text>
      </ConfirmDialog>
    </>
  );
}
