import { Button, Checkbox, FileInput, Group, Modal, Progress, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ExchangeFormat } from "@/api/types";
import { FORMATS } from "@/features/exchange/formats";
import type { useImport } from "@/features/exchange/use-import";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { formatBytes } from "@/shared/text/format";

interface Props {
  opened: boolean;
  close: () => void;
  sending: ReturnType<typeof useImport>;
}

/** Chooses a file with labels, and how it is read into the draft; stays until the server has taken it, or says why not. */
export function ImportDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.close} title="Import labels">
      {props.opened && <ImportForm {...props} />}
    </Modal>
  );
}

function ImportForm({ close, sending }: Props) {
  const form = useForm({
    initialValues: { file: null as File | null, format: null as ExchangeFormat | null, folder: "", declare: true, boxes: false },
    validate: { file: (file) => (file ? null : "A file, please.") },
  });
  const submit = useSubmit(
    form,
    async ({ file, format, ...values }) => {
      if (file) await sending.mutateAsync({ file, format: format ?? undefined, ...values });
    },
    close,
  );
  const { format, file } = form.values;
  const leave = () => {
    if (sending.isError) sending.reset();
    close();
  };
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <FileInput
          label="File"
          description="COCO, YOLO, Pascal VOC or Kontor's JSON lines; a zip or tar may bring its files along"
          placeholder="Choose a file"
          accept=".json,.jsonl,.xml,.zip,.tar,.tgz,.tar.gz"
          clearable
          {...form.getInputProps("file")}
        />
        <Select label="Format" placeholder="Told from the file" clearable data={FORMATS.map(({ value, label }) => ({ value, label }))} {...form.getInputProps("format")} />
        <TextInput label="Folder" description="Where in the dataset the paths in the file begin" placeholder="the top" {...form.getInputProps("folder")} />
        <Checkbox
          label="Declare what the file uses"
          description="Types and categories that the catalog lacks are added to it. Otherwise a file with types that are not declared is refused."
          {...form.getInputProps("declare", { type: "checkbox" })}
        />
        {(format == null || format === "COCO") && (
          <Checkbox
            label="Boxes around areas, too"
            description="In COCO every polygon, mask and set of keypoints has a box around it. Read those as boxes as well."
            {...form.getInputProps("boxes", { type: "checkbox" })}
          />
        )}
        <Text size="sm" c="dimmed">
          Labels go to the items that are in the draft by their path. Of the types that the file uses, an item named in it gets those of the file in the place of its own; other labels stay.
        </Text>
        {submit.pending && file && (
          <div>
            <Text size="sm">{sending.sent < file.size ? `Sending ${formatBytes(sending.sent)} of ${formatBytes(file.size)}` : "Looking at the file"}</Text>
            <Progress mt={4} size="sm" value={file.size > 0 ? Math.min(100, (sending.sent / file.size) * 100) : 100} aria-label="Sent" />
          </div>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            Import
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
