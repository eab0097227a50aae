import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import type { AuthenticationInfo, Dataset } from "@/api/types";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll } from "@/shared/use-act";
import { bucketImportsKey } from "../api/bucket-imports";
import { startBucketImport } from "../api/start-bucket-import";
import { placeOf } from "../place";

interface Props {
  dataset: Dataset;
  draft: number;
  info: NonNullable<AuthenticationInfo["info"]>;
  opened: boolean;
  close: () => void;
}

/** Which part of the bucket, and into which folder. */
export function StartImportDialog({ dataset, draft, info, opened, close }: Props) {
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { prefix: "", folder: "" } });
  const submit = useSubmit(
    form,
    (values) => startBucketImport(dataset.id, draft, values),
    async () => {
      close();
      await refreshAll(queryClient, [bucketImportsKey(dataset.id)]);
    },
  );
  return (
    <Modal title="Import from a bucket" opened={opened} onClose={close}>
      <form onSubmit={submit.onSubmit}>
        <Stack>
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            From {placeOf(info)} into this draft. It goes on in the background, with your rights; what stands in the draft unchanged is not fetched again, other files at
            the same paths are replaced.
          </Text>
          <FormProblem problem={submit.problem} />
          <TextInput label="Only names that begin with" description={info.prefix ? `After ${info.prefix}` : undefined} placeholder="everything" {...form.getInputProps("prefix")} />
          <TextInput label="Into the folder" placeholder="top of the dataset" {...form.getInputProps("folder")} />
          <Group justify="end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" loading={submit.pending}>
              Import
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
