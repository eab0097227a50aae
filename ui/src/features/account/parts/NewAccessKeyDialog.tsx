import { Alert, Button, Group, Modal, MultiSelect, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { accessKeysKey } from "@/features/account/api/access-keys";
import { createAccessKey } from "@/features/account/api/create-access-key";
import { useMe } from "@/features/session/use-me";
import { CopyField } from "@/shared/CopyField";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll } from "@/shared/use-act";

const DAY = 86_400_000;
const LIVES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
  { value: "never", label: "Until deleted" },
];

/** Makes a key and shows its secret, once. */
export function NewAccessKeyDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={() => setSecret(null)}
      closeOnClickOutside={!secret}
      title={secret ? "Your new access key" : "New access key"}
    >
      {secret ? (
        <Stack>
          <Alert color="yellow">
            <Text size="sm">Copy it now. It is stored hashed and never shown again.</Text>
          </Alert>
          <CopyField label="Access key" value={secret} />
          <Group justify="flex-end">
            <Button onClick={close}>I have copied it</Button>
          </Group>
        </Stack>
      ) : (
        opened && <KeyForm made={setSecret} close={close} />
      )}
    </Modal>
  );
}

function KeyForm({ made, close }: { made: (secret: string) => void; close: () => void }) {
  const me = useMe();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { name: "", life: "90", workspaces: [] as string[] } });
  const submit = useSubmit(
    form,
    ({ name, life, workspaces }) =>
      createAccessKey({
        name,
        ...(life !== "never" && { expiresAt: new Date(Date.now() + Number(life) * DAY).toISOString() }),
        ...(workspaces.length > 0 && { workspaces }),
      }),
    async (key) => {
      if (key.secret) made(key.secret);
      await refreshAll(queryClient, [accessKeysKey]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="Name" description="What will use it, for instance “training pipeline”." required maxLength={80} data-autofocus {...form.getInputProps("name")} />
        <Select label="Lives for" data={LIVES} allowDeselect={false} {...form.getInputProps("life")} />
        <MultiSelect
          label="Only these workspaces"
          placeholder={form.values.workspaces.length === 0 ? "All that you reach" : undefined}
          data={me.workspaces.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps("workspaces")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            Make key
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
