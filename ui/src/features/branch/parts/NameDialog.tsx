import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { refNameRule } from "@/features/branch/ref-name-rule";
import { datasetKey } from "@/features/dataset/api/dataset";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll, say } from "@/shared/use-act";

interface Props {
  title: string;
  opened: boolean;
  close: () => void;
  datasetId: string;
  name?: string;
  /** What comes of it. */
  lead: ReactNode;
  action: string;
  send: (name: string) => Promise<{ name: string }>;
  says: (name: string) => string;
  done?: (name: string) => void;
}

/** Asks for the name of a branch or tag. */
export function NameDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.close} title={props.title}>
      {props.opened && <NameForm {...props} />}
    </Modal>
  );
}

function NameForm({ datasetId, name = "", lead, action, send, says, done, close }: Props) {
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { name }, validate: { name: refNameRule } });
  const submit = useSubmit(
    form,
    (values) => send(values.name.trim()),
    async (made) => {
      close();
      say(says(made.name));
      done?.(made.name);
      await refreshAll(queryClient, [datasetKey(datasetId)]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="Name" required maxLength={80} data-autofocus {...form.getInputProps("name")} />
        <Text size="sm" c="dimmed">
          {lead}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
