import { Button, Checkbox, FileInput, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import type { ExchangeFormat } from "@/api/types";
import type { NewImport } from "@/features/exchange/api/imports";
import { FORMATS } from "@/features/exchange/formats";

interface Props {
  opened: boolean;
  close: () => void;
  send: (wanted: NewImport) => void;
}

/** Chooses a file with labels, and how it is read into the draft. */
export function ImportDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.close} title="Import labels">
      {props.opened && <ImportForm {...props} />}
    </Modal>
  );
}

function ImportForm({ close, send }: Props) {
  const form = useForm({
    initialValues: { file: null as File | null, format: null as ExchangeFormat | null, folder: "", declare: true, boxes: false },
    validate: { file: (file) => (file ? null : "A file, please.") },
  });
  const submit = form.onSubmit(({ file, format, ...values }) => {
    if (!file) return;
    send({ file, format: format ?? undefined, ...values });
    close();
  });
  const { format } = form.values;
  return (
    <form onSubmit={submit}>
      <Stack>
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
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit">Import</Button>
        </Group>
      </Stack>
    </form>
  );
}
