import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import type { Dataset } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { moveItems } from "@/features/item/api/move-items";
import { nameOf } from "@/features/item/folders";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { plural } from "@/shared/text/format";
import { refreshAll, say } from "@/shared/use-act";
import type { Selection } from "../use-selection";

interface Props {
  dataset: Dataset;
  draft: number;
  selection: Selection;
  opened: boolean;
  close: () => void;
}

/** Gives one thing another path, or takes several into a folder. */
export function MoveItemsDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.close} title={props.selection.size === 1 ? "Move or rename" : "Move into a folder"}>
      {props.opened && <MoveForm {...props} />}
    </Modal>
  );
}

function MoveForm({ dataset, draft, selection, close }: Props) {
  const queryClient = useQueryClient();
  const things = [...selection.folders, ...selection.paths];
  const single = things.length === 1 ? things[0] : undefined;
  const form = useForm({ initialValues: { to: single ?? "" }, validate: { to: (to) => (to.trim() === "" ? "Say where to." : null) } });
  const submit = useSubmit(
    form,
    async ({ to }) => {
      let moved = 0;
      for (const from of things) moved += (await moveItems(dataset.id, draft, from, target(from, to.trim(), single !== undefined))).items;
      return moved;
    },
    async (moved) => {
      say(`${plural(moved, "item")} moved.`);
      selection.clear();
      close();
      await refreshAll(queryClient, [datasetKey(dataset.id)]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label={single ? "New path" : "Folder"} data-autofocus {...form.getInputProps("to")} />
        <Text size="sm" c="dimmed">
          Labels and metadata go along. Nothing is overwritten: where something is there already, it is not moved.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            Move
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** A folder's path ends with a slash, whether it was typed or not. */
function target(from: string, to: string, renamed: boolean): string {
  const slashed = to.endsWith("/") ? to : `${to}/`;
  if (!from.endsWith("/")) return renamed ? to : slashed + nameOf(from);
  return renamed ? slashed : `${slashed}${nameOf(from.slice(0, -1))}/`;
}
