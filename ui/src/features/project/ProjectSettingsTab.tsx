import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { can } from "@/api/can";
import { editProject } from "@/features/project/api/edit-project";
import { projectKey } from "@/features/project/api/project";
import { useProject } from "@/features/project/use-project";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { Section } from "@/shared/Screen";
import { refreshAll, say, useAct } from "@/shared/use-act";
import { TrashProject } from "./parts/TrashProject";
import { VisibilityChoice } from "./parts/VisibilityChoice";

/** What the project is called, who sees it, and whether work goes on in it (O-12). */
export function ProjectSettingsTab() {
  const project = useProject();
  const archive = useAct(() => editProject(project.id, { archived: !project.archived }), {
    refresh: [projectKey(project.id), workspaceKey(project.workspaceId)],
    says: project.archived ? "The project is open again." : "The project is archived.",
  });
  return (
    <>
      <Section title="General">
        <ProjectForm key={project.revision} />
      </Section>
      <Section title="Archive" lead="An archived project is read-only. Nothing is deleted, and it can be opened again.">
        <Button variant="default" loading={archive.isPending} onClick={() => archive.mutate()}>
          {project.archived ? "Open again" : "Archive project"}
        </Button>
      </Section>
      {can(project, "PROJECT_CLOSE") && (
        <Section title="Delete" lead="Into the trash for 30 days, then gone for good.">
          <TrashProject project={project} />
        </Section>
      )}
    </>
  );
}

function ProjectForm() {
  const project = useProject();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: { name: project.name, description: project.description ?? "", visibility: project.visibility },
  });
  const submit = useSubmit(
    form,
    ({ name, description, visibility }) =>
      editProject(
        project.id,
        { name, description, ...(visibility !== project.visibility && { visibility }) },
        project.revision,
      ),
    async () => {
      say("Saved.");
      await refreshAll(queryClient, [projectKey(project.id), workspaceKey(project.workspaceId)]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <TextInput label="Name" required maxLength={80} {...form.getInputProps("name")} />
        <Textarea label="Description" autosize minRows={2} maxRows={8} {...form.getInputProps("description")} />
        <VisibilityChoice {...form.getInputProps("visibility")} mayMakePrivate={can(project, "PROJECT_CLOSE")} />
        {form.values.visibility !== project.visibility && (
          <Text size="sm" c="dimmed">
            {form.values.visibility === "PRIVATE"
              ? "Everybody else loses sight of it with their next request."
              : "The owners of its datasets become chosen members; more people may see it at once."}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={submit.pending} disabled={!form.isDirty()}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
