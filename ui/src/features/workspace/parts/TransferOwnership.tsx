import { Button, Group, Modal, PasswordInput, Select, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue, useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { itemsOf } from "@/api/page";
import { meKey } from "@/features/session/api/me";
import { ownershipCandidatesQuery, transferOwnership } from "@/features/workspace/api/ownership";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll, say } from "@/shared/use-act";

/** The owner's way to pass the workspace on. */
export function TransferOwnership() {
  const [opened, { open, close }] = useDisclosure();
  const workspace = useWorkspace();
  return (
    <>
      <Button variant="default" onClick={open}>
        Transfer ownership
      </Button>
      <Modal opened={opened} onClose={close} title={`Transfer ${workspace.name}`}>
        <TransferForm close={close} />
      </Modal>
    </>
  );
}

function TransferForm({ close }: { close: () => void }) {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  const [search, setSearch] = useState("");
  const [q] = useDebouncedValue(search, 200);
  const candidates = useInfiniteQuery(ownershipCandidatesQuery(workspace.id, q));
  const people = itemsOf(candidates.data);
  const form = useForm({
    initialValues: { userId: "", password: "" },
    validate: { userId: (value) => (value ? null : "Choose who is to own the workspace.") },
  });
  const submit = useSubmit(
    form,
    (values) => transferOwnership(workspace.id, values),
    async () => {
      close();
      say("The workspace has a new owner.");
      await refreshAll(queryClient, [workspaceKey(workspace.id), meKey]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <Text>
          The new owner manages the plan, may delete the workspace and pass it on. You stay an admin and cannot take it back yourself.
        </Text>
        <FormProblem problem={submit.problem} />
        <Select
          label="New owner"
          description={`An unlocked member from ${workspace.organization.name}.`}
          required
          searchable
          data={people.map(({ id, name }) => ({ value: id ?? "", label: name }))}
          searchValue={search}
          onSearchChange={setSearch}
          nothingFoundMessage={candidates.isPending ? "Looking …" : "Nobody of that name could own it."}
          {...form.getInputProps("userId")}
        />
        <PasswordInput label="Your password" required autoComplete="current-password" {...form.getInputProps("password")} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" color="red.7" loading={submit.pending}>
            Transfer ownership
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
