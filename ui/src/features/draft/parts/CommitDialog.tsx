import { Button, Group, Modal, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import type { Dataset, Draft } from "@/api/types";
import { refNameRule } from "@/features/branch/ref-name-rule";
import { datasetKey } from "@/features/dataset/api/dataset";
import { commitDraft } from "@/features/draft/api/commit-draft";
import { projectKeys } from "@/features/project/api/project";
import { Delta } from "@/features/version/Delta";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { complain, refreshAll, say } from "@/shared/use-act";

interface Props {
  dataset: Dataset;
  draft: Draft;
  opened: boolean;
  close: () => void;
}

/** Makes the draft a version that never changes again. */
export function CommitDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.close} title={`Commit version ${props.draft.number}`}>
      {props.opened && <CommitForm {...props} />}
    </Modal>
  );
}

function CommitForm({ dataset, draft, close }: Props) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { message: "", tag: "" },
    validate: { tag: (tag) => (tag.trim() === "" ? null : refNameRule(tag)), message: (message) => (message.trim() === "" ? "Say what changed, for those who come later." : null) },
  });
  const submit = useSubmit(
    form,
    ({ message, tag }) =>
      commitDraft(dataset.id, draft.number, message.trim(), tag.trim()).catch((error: unknown) => {
        // The draft, and this dialog with it, leaves the page: the reason is said where it stays.
        if (problemOf(error).code === "no-draft") complain(error);
        throw error;
      }),
    async ({ number }) => {
      close();
      say(`Version ${number} is committed.`);
      await navigate({
        to: "/workspaces/$workspaceId/datasets/$datasetId/versions",
        params: { workspaceId: dataset.workspaceId, datasetId: dataset.id },
      });
      await refreshAll(queryClient, [datasetKey(dataset.id), ...projectKeys(dataset.project), [...workspaceKey(dataset.workspaceId), "datasets"]]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <Text>
          <Delta {...draft} />
        </Text>
        <Textarea label="Message" autosize minRows={3} maxRows={8} data-autofocus {...form.getInputProps("message")} />
        <TextInput label="Tag" description="A name for this version, if it needs one: delivered, v1.0-final" maxLength={80} {...form.getInputProps("tag")} />
        <Text size="sm" c="dimmed">
          Everybody who may read the dataset sees the new version at once. It cannot be changed afterwards, only followed by another.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            Commit
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
