import { Button, Group, Modal, MultiSelect, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Dataset, LabelEdit } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { catalogQuery } from "@/features/item/api/catalog";
import { editItems } from "@/features/item/api/edit-items";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { plural, typeName } from "@/shared/text/format";
import { refreshAll, say } from "@/shared/use-act";
import type { Selection } from "../use-selection";

interface Props {
  dataset: Dataset;
  draft: number;
  selection: Selection;
  words: string;
  opened: boolean;
  close: () => void;
}

/** Changes labels and metadata of all that is ticked alike. */
export function EditItemsDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.close} title="Labels and metadata">
      {props.opened && <EditForm {...props} />}
    </Modal>
  );
}

const NOTHING = { category: "", from: "", to: "", clear: [] as string[], key: "", value: "", drop: "" };

function EditForm({ dataset, draft, selection, words, close }: Props) {
  const queryClient = useQueryClient();
  const catalog = useQuery(catalogQuery(dataset.id, `draft-${draft}`)).data ?? {};
  const form = useForm({
    initialValues: NOTHING,
    validate: {
      to: (to, { from }) => (from.trim() !== "" && to.trim() === "" ? "Say how it is called now." : null),
      key: (key, { value }) => (value !== "" && key.trim() === "" ? "Say which key." : null),
    },
  });
  const submit = useSubmit(
    form,
    (values) => editItems(dataset.id, draft, { paths: [...selection.paths], folders: [...selection.folders] }, editOf(values)),
    async ({ items, unknown }) => {
      say(`${plural(items, "item")} changed.${unknown.length > 0 ? ` Not in the catalog: ${unknown.join(", ")}.` : ""}`);
      selection.clear();
      close();
      await refreshAll(queryClient, [datasetKey(dataset.id)]);
    },
  );
  const types = Object.keys(catalog);
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <Text size="sm" c="dimmed">
          {words}. What you leave empty stays as it is.
        </Text>
        {types.includes("CLASSIFICATION") && <TextInput label="Set the class" placeholder="cat" {...form.getInputProps("category")} />}
        <Group grow align="flex-start">
          <TextInput label="Rename category" placeholder="from" {...form.getInputProps("from")} />
          <TextInput label="To" placeholder="to" {...form.getInputProps("to")} />
        </Group>
        {types.length > 0 && (
          <MultiSelect label="Remove labels of type" clearable data={types.map((type) => ({ value: type, label: typeName(type) }))} {...form.getInputProps("clear")} />
        )}
        <Group grow align="flex-start">
          <TextInput label="Set metadata key" placeholder="camera" {...form.getInputProps("key")} />
          <TextInput label="Value" placeholder="north" {...form.getInputProps("value")} />
        </Group>
        <TextInput label="Remove metadata key" {...form.getInputProps("drop")} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending} disabled={!form.isDirty()}>
            Change
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function editOf({ category, from, to, clear, key, value, drop }: typeof NOTHING): LabelEdit {
  return {
    ...(category.trim() && { setLabels: { CLASSIFICATION: { category: category.trim() } } }),
    ...(from.trim() && { renames: [{ from: from.trim(), to: to.trim() }] }),
    ...(clear.length > 0 && { clearLabels: clear }),
    ...(key.trim() && { setMetadata: { [key.trim()]: value } }),
    ...(drop.trim() && { clearMetadata: [drop.trim()] }),
  };
}
