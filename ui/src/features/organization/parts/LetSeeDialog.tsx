import { Button, Group, Modal, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { grantWorkforceAccess } from "@/features/organization/api/grant-workforce-access";
import { organizationKey } from "@/features/organization/api/organization";
import { workforceAccessOptionsQuery } from "@/features/organization/api/workforce-access-options";
import { useMe } from "@/features/session/use-me";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll, say } from "@/shared/use-act";

/** Lets another organization see our people: one we know of, or one that sent its code. */
export function LetSeeDialog({ opened, close }: { opened: boolean; close: () => void }) {
  return (
    <Modal opened={opened} onClose={close} title="Let an organization see your people">
      {opened && <LetSeeForm close={close} />}
    </Modal>
  );
}

function LetSeeForm({ close }: { close: () => void }) {
  const { organization } = useMe();
  const queryClient = useQueryClient();
  const options = useQuery(workforceAccessOptionsQuery(organization.id));
  const known = options.data?.organizations ?? [];
  const form = useForm({ initialValues: { organizationId: null as string | null, code: "" } });
  const submit = useSubmit(
    form,
    ({ organizationId, code }) => grantWorkforceAccess(organization.id, organizationId ? { organizationId } : { code }),
    async (seer) => {
      close();
      say(`${seer.name} sees your people.`);
      await refreshAll(queryClient, [organizationKey(organization.id)]);
    },
  );
  const picked = form.values.organizationId !== null;
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <Text size="sm">
          Its users will find all people of {organization.name} by name and address, and may add them to workspaces where {organization.name} is a
          partner.
        </Text>
        {known.length > 0 && (
          <Select
            label="Organization"
            description="You work together already."
            placeholder="Another one, by its code"
            data={known.map(({ id, name }) => ({ value: id, label: name }))}
            clearable
            searchable
            {...form.getInputProps("organizationId")}
          />
        )}
        {!picked && (
          <TextInput
            label="Code of the organization"
            description="Its administrator finds it on this page."
            placeholder="1a2b-3c4d-5e6f-7a8b-9c0d-1e2f"
            required
            data-autofocus
            autoComplete="off"
            {...form.getInputProps("code")}
          />
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            Let them see
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
