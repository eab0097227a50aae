import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { meKey } from "@/features/session/api/me";
import { useMe } from "@/features/session/use-me";
import { createWorkspace } from "@/features/workspace/api/create-workspace";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { Screen, Section } from "@/shared/Screen";

/** Where the one workspace that a person may create comes into being. */
export function NewWorkspacePage() {
  const me = useMe();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { name: "", description: "" } });
  const submit = useSubmit(form, createWorkspace, async ({ id }) => {
    await queryClient.invalidateQueries({ queryKey: meKey });
    await navigate({ to: "/workspaces/$workspaceId/projects", params: { workspaceId: id } });
  });
  return (
    <Screen title="Create a workspace" lead="A workspace is the top container: projects, datasets, members and partners live in it.">
      <Section
        title="About it"
        lead={`It belongs to ${me.organization.name}; you become its owner. Everybody may create one workspace, so choose a name that lasts.`}
      >
        <form onSubmit={submit.onSubmit}>
          <Stack>
            <FormProblem problem={submit.problem} />
            <TextInput label="Name" required maxLength={80} data-autofocus autoFocus {...form.getInputProps("name")} />
            <Textarea label="Description" autosize minRows={3} maxRows={8} {...form.getInputProps("description")} />
            <Text size="sm" c="dimmed">
              It starts with a trial plan. Nothing is charged, and you can switch the plan at any time.
            </Text>
            <Group>
              <Button type="submit" loading={submit.pending}>
                Create workspace
              </Button>
            </Group>
          </Stack>
        </form>
      </Section>
    </Screen>
  );
}
