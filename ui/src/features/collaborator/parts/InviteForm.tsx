import { Button, Group, SegmentedControl, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import type { CollaborationType, CollaboratorOptions, Invitation, Role } from "@/api/types";
import { inviteCollaborator } from "@/features/collaborator/api/invite-collaborator";
import { RoleChoice } from "@/features/member/RoleChoice";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll, say } from "@/shared/use-act";
import { ProjectChoice } from "./ProjectChoice";
import { TypeChoice } from "@/features/collaborator/TypeChoice";

interface Props {
  options: CollaboratorOptions;
  invited: (invitation: Invitation) => void;
  close: () => void;
}

/** Types, then an address or an organization, then projects. */
export function InviteForm({ options, invited, close }: Props) {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: {
      types: (options.types.length === 1 ? options.types : []) as CollaborationType[],
      by: "EMAIL",
      email: "",
      organizationId: null as string | null,
      roles: [] as Role[],
      projectAccess: [] as "FULL" | string[],
    },
    validate: {
      types: (types) => (types.length === 0 ? "Choose at least one." : null),
      email: (email, { by }) => (by === "EMAIL" && !email.includes("@") ? "An e-mail address, please." : null),
      organizationId: (id, { by }) => (by === "ORGANIZATION" && !id ? "Choose an organization." : null),
    },
  });
  const { values } = form;
  const byEmail = values.by === "EMAIL";
  const submit = useSubmit(
    form,
    ({ types, email, organizationId, roles, projectAccess }) =>
      inviteCollaborator(workspace.id, {
        types,
        projectAccess,
        ...(byEmail ? { email: email.trim(), roles } : { organizationId: organizationId ?? undefined }),
      }),
    async ({ invitation, collaborator }) => {
      if (invitation) invited(invitation);
      else {
        say(`${collaborator?.organization.name ?? "The organization"} is a collaborator now.`);
        close();
      }
      await refreshAll(queryClient, [workspaceKey(workspace.id)]);
    },
  );
  const roles = [...new Set(values.types.flatMap((type) => options.roles[type] ?? []))];
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack gap="lg">
        <FormProblem problem={submit.problem} />
        <TypeChoice
          types={options.types}
          value={values.types}
          onChange={(types) => form.setValues({ types, roles: [] })}
          error={form.errors.types as string | undefined}
        />
        <Stack gap="xs">
          {options.organizations.length > 0 && (
            <SegmentedControl
              fullWidth
              data={[
                { value: "EMAIL", label: "By e-mail" },
                { value: "ORGANIZATION", label: "From a list" },
              ]}
              {...form.getInputProps("by")}
            />
          )}
          {byEmail ? (
            <TextInput
              label="E-mail address of somebody there"
              description="They join with their organization, or register it while accepting."
              type="email"
              {...form.getInputProps("email")}
            />
          ) : (
            <Select
              label="Organization"
              description="These opened themselves to yours; the one you pick joins at once."
              data={options.organizations.map(({ id, name }) => ({ value: id, label: name }))}
              searchable
              {...form.getInputProps("organizationId")}
            />
          )}
        </Stack>
        {byEmail && roles.length > 0 && (
          <RoleChoice label="Role of that person" roles={roles} value={values.roles} onChange={(chosen) => form.setFieldValue("roles", chosen)} />
        )}
        <ProjectChoice
          projects={options.projects}
          mayGrantFull={options.mayGrantFull}
          value={values.projectAccess}
          onChange={(projectAccess) => form.setFieldValue("projectAccess", projectAccess)}
        />
        <Text size="sm" c="dimmed">
          They see only these projects, and none of your people unless they may anyway.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            {byEmail ? "Make invitation" : "Add organization"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
