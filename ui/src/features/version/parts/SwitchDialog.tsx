import { Button, Group, Modal, Select, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { itemsOf } from "@/api/page";
import type { Dataset, Version } from "@/api/types";
import { branchesQuery } from "@/features/branch/api/branches";
import { datasetKey } from "@/features/dataset/api/dataset";
import { diffCountsQuery } from "@/features/version/api/diff";
import { switchVersion } from "@/features/version/api/switch-version";
import { Delta } from "@/features/version/Delta";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll, say } from "@/shared/use-act";

interface Props {
  dataset: Dataset;
  version: Version;
  opened: boolean;
  close: () => void;
}

/** Makes a branch as a version is, by a new version or by a draft to look through first. */
export function SwitchDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.close} title={`Switch to version ${props.version.number}`}>
      {props.opened && <SwitchForm {...props} />}
    </Modal>
  );
}

function SwitchForm({ dataset, version, close }: Props) {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const branches = itemsOf(useInfiniteQuery(branchesQuery(dataset.id)).data);
  const form = useForm({ initialValues: { branch: version.branch, message: `Back to version ${version.number}`, draft: false } });
  const { branch } = form.values;
  const counts = useQuery(diffCountsQuery(dataset.id, { from: branch, to: version.id }));
  const params = { workspaceId: dataset.workspaceId, datasetId: dataset.id };
  const submit = useSubmit(
    form,
    ({ message, draft }) => switchVersion(dataset.id, branch, version.id, draft ? undefined : message.trim()),
    async (switched) => {
      close();
      await refreshAll(queryClient, [datasetKey(dataset.id)]);
      if (switched.version) say(`Version ${switched.version.number} of ${branch} is as version ${version.number} was.`);
      else await navigate({ to: "/workspaces/$workspaceId/datasets/$datasetId/draft", params, search: { branch: branch === "main" ? undefined : branch } });
    },
  );
  const draftOpen = branches.find(({ name }) => name === branch)?.draft != null;
  const send = (draft: boolean) => form.setFieldValue("draft", draft);
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        {branches.length > 1 && <Select label="Branch" allowDeselect={false} data={branches.map(({ name }) => name)} {...form.getInputProps("branch")} />}
        <Text>
          A new version of {branch} gets the items and labels of version {version.number}: {counts.data ? <Delta {...counts.data} /> : "…"}
        </Text>
        <Textarea label="Message" autosize minRows={2} maxRows={6} {...form.getInputProps("message")} />
        <Text size="sm" c={draftOpen ? "var(--k-danger)" : "dimmed"}>
          {draftOpen ? `The branch ${branch} has an open draft; commit or discard it first.` : "History stays: the versions in between can be read, and switched to, as before."}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button variant="default" type="submit" disabled={draftOpen} loading={submit.pending && form.values.draft} onClick={() => send(true)}>
            Look through it first
          </Button>
          <Button type="submit" disabled={draftOpen || form.values.message.trim() === ""} loading={submit.pending && !form.values.draft} onClick={() => send(false)}>
            Switch
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
