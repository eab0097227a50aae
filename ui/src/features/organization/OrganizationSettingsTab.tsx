import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { organizationKey, organizationQuery } from "@/features/organization/api/organization";
import { renameOrganization } from "@/features/organization/api/rename-organization";
import { meKey } from "@/features/session/api/me";
import { useMe } from "@/features/session/use-me";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { Section } from "@/shared/Screen";
import { refreshAll, say } from "@/shared/use-act";

/** The organization's name, as everybody who works with it sees it. */
export function OrganizationSettingsTab() {
  const me = useMe();
  const queryClient = useQueryClient();
  const organization = useSuspenseQuery(organizationQuery(me.organization.id)).data;
  const form = useForm({ initialValues: { name: organization.name } });
  const submit = useSubmit(
    form,
    ({ name }) => renameOrganization(organization.id, name),
    async (_, values) => {
      form.resetDirty(values);
      say("Saved.");
      await refreshAll(queryClient, [organizationKey(organization.id), meKey]);
    },
  );
  return (
    <Section title="Name" lead="Partners and colleagues see it everywhere.">
      <form onSubmit={submit.onSubmit}>
        <Stack>
          <FormProblem problem={submit.problem} />
          <TextInput label="Organization" required maxLength={80} {...form.getInputProps("name")} />
          <Group>
            <Button type="submit" loading={submit.pending} disabled={!form.isDirty()}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
