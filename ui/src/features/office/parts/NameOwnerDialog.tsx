import { Button, Group, Modal, Select, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { OwnWorkspace } from "@/api/types";
import { nameOwner } from "@/features/office/api/name-owner";
import { ownerCandidatesQuery } from "@/features/office/api/owner-candidates";
import { organizationKey } from "@/features/organization/api/organization";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll, say } from "@/shared/use-act";

interface Props {
  organizationId: string;
  workspace: OwnWorkspace;
  opened: boolean;
  close: () => void;
}

/** Names an owner in place of one who is locked or removed (A-08). */
export function NameOwnerDialog({ opened, close, ...rest }: Props) {
  return (
    <Modal opened={opened} onClose={close} title={`A new owner for ${rest.workspace.name}`}>
      {opened && <NameForm {...rest} close={close} />}
    </Modal>
  );
}

function NameForm({ organizationId, workspace, close }: Omit<Props, "opened">) {
  const queryClient = useQueryClient();
  const candidates = useQuery(ownerCandidatesQuery(organizationId, workspace.id));
  const form = useForm({ initialValues: { userId: "" }, validate: { userId: (value) => (value ? null : "Choose who is to own the workspace.") } });
  const submit = useSubmit(
    form,
    ({ userId }) => nameOwner(organizationId, workspace.id, userId),
    async ({ owner, name }) => {
      close();
      say(`${owner.name} owns ${name}.`);
      await refreshAll(queryClient, [organizationKey(organizationId)]);
    },
  );
  const removed = workspace.owner.state === "REMOVED";
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <Text>
          {workspace.owner.name} is {removed ? "removed" : "locked"}. The new owner manages the plan, may delete the workspace and pass it on.{" "}
          {removed ? `What ${workspace.owner.name} owns there passes to them.` : `${workspace.owner.name} stays an admin.`} The log and the workspace's admins
          hear that you did it.
        </Text>
        <Select
          label="New owner"
          required
          searchable
          data={(candidates.data?.users ?? []).map(({ id, name, email }) => ({ value: id, label: `${name} (${email})` }))}
          nothingFoundMessage={candidates.isPending ? "Looking …" : "Nobody of that name could own it."}
          {...form.getInputProps("userId")}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            Name owner
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
