import { Box, Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { can } from "@/api/can";
import type { Workspace } from "@/api/types";
import { PlanCard } from "@/features/plan/PlanCard";
import { meKey } from "@/features/session/api/me";
import { editWorkspace } from "@/features/workspace/api/edit-workspace";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { Facts } from "@/shared/Facts";
import { FormProblem } from "@/shared/form/FormProblem";
import { useReadAt } from "@/shared/form/use-read-at";
import { useSubmit } from "@/shared/form/use-submit";
import { PersonName } from "@/shared/PersonName";
import { Section } from "@/shared/Screen";
import { formatDay, sentence } from "@/shared/text/format";
import { refreshAll, say } from "@/shared/use-act";
import { ImplicitMembers } from "./parts/ImplicitMembers";
import { LeaveWorkspace } from "./parts/LeaveWorkspace";
import { LogoForm } from "./parts/LogoForm";
import { TransferOwnership } from "./parts/TransferOwnership";

/** What the workspace is called and what it is; editable for those who may, readable for all. */
export function SettingsTab() {
  const workspace = useWorkspace();
  return (
    <>
      <Section title="General" lead="Everybody in the workspace sees these.">
        {can(workspace, "WORKSPACE_EDIT") ? (
          <GeneralForm />
        ) : (
          <Facts
            rows={[
              ["Name", workspace.name],
              ["Description", workspace.description || "None"],
            ]}
          />
        )}
      </Section>
      {can(workspace, "WORKSPACE_EDIT") && (
        <Section title="Logo" lead="Stands beside the name wherever the workspace is chosen.">
          <LogoForm />
        </Section>
      )}
      <Section title="New colleagues" lead="How people of the owning organization come in.">
        <ImplicitMembers />
      </Section>
      <Section id="plan" title="Plan" lead="What the workspace may take in, and for how long.">
        <PlanCard />
      </Section>
      <Section title="Ownership">
        <Facts
          rows={[
            ["Organization", workspace.organization.name],
            ["Workspace owner", <PersonName key="owner" person={workspace.owner} />],
            ["Created", formatDay(workspace.createdAt)],
            ["Your roles", roleNames(workspace.roles)],
          ]}
        />
        {can(workspace, "WORKSPACE_OWN") && (
          <Box mt="md">
            <TransferOwnership />
          </Box>
        )}
      </Section>
      <Section title="Leave" lead="You lose access to its projects and data at once. Nothing that you made is deleted.">
        <LeaveWorkspace />
      </Section>
    </>
  );
}

const valuesOf = ({ name, description }: Pick<Workspace, "name" | "description">) => ({ name, description: description ?? "" });

/** Name and description, saved against the revision they were read at. */
function GeneralForm() {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: valuesOf(workspace) });
  const read = useReadAt(workspace, form, valuesOf);
  const submit = useSubmit(
    form,
    (values) => editWorkspace(workspace.id, read.revision, values),
    async () => {
      say("Saved.");
      form.resetDirty();
      await refreshAll(queryClient, [workspaceKey(workspace.id), meKey]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="Name" required maxLength={80} {...form.getInputProps("name")} />
        <Textarea label="Description" autosize minRows={3} maxRows={10} {...form.getInputProps("description")} />
        <Group>
          <Button type="submit" loading={submit.pending} disabled={!form.isDirty()}>
            Save
          </Button>
          {form.isDirty() && (
            <Text size="sm" c="dimmed">
              Not saved yet
            </Text>
          )}
        </Group>
      </Stack>
    </form>
  );
}

function roleNames(roles: string[]): string {
  return roles.filter((role) => role !== "MEMBER").map(sentence).join(", ") || "Member";
}
