import { Button, Fieldset, Group, Stack, Textarea, TextInput } from "@mantine/core";
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
import { refreshAll, say } from "@/shared/use-act";
import { ArchiveProject } from "./parts/ArchiveProject";
import { LeadChoice } from "./parts/LeadChoice";
import { PeriodFields } from "./parts/PeriodFields";
import { TrashProject } from "./parts/TrashProject";
import { VisibilityChoice } from "./parts/VisibilityChoice";
import { VisibilityImpact } from "./parts/VisibilityImpact";

/** What the project is called, who leads it when, who sees it, and whether work goes on in it (O-12). */
export function ProjectSettingsTab() {
  const project = useProject();
  return (
    <>
      <Section title="General" lead={project.archived ? "Archived: open it again to change anything." : undefined}>
        <ProjectForm key={project.revision} />
      </Section>
      <Section title="Archive" lead="An archived project is read-only. Nothing is deleted, and it can be opened again.">
        <ArchiveProject project={project} />
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
    initialValues: {
      name: project.name,
      description: project.description ?? "",
      leadId: project.lead?.id ?? null,
      startsOn: project.startsOn ?? "",
      endsOn: project.endsOn ?? "",
      visibility: project.visibility,
    },
    validate: {
      endsOn: (endsOn, { startsOn }) => (endsOn && startsOn && endsOn < startsOn ? "It ends on the day it starts, or later." : null),
    },
  });
  const submit = useSubmit(
    form,
    ({ name, description, leadId, startsOn, endsOn, visibility }) =>
      editProject(
        project.id,
        {
          name,
          description,
          // A lead whom one does not see stays, unless somebody else is named.
          ...(leadId !== (project.lead?.id ?? null) && { leadId }),
          startsOn: startsOn || null,
          endsOn: endsOn || null,
          ...(visibility !== project.visibility && { visibility }),
        },
        project.revision,
      ),
    async () => {
      say("Saved.");
      await refreshAll(queryClient, [projectKey(project.id), workspaceKey(project.workspaceId)]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Fieldset variant="unstyled" disabled={project.archived}>
        <Stack>
          <FormProblem problem={submit.problem} />
          <TextInput label="Name" required maxLength={80} {...form.getInputProps("name")} />
          <Textarea label="Description" autosize minRows={2} maxRows={8} {...form.getInputProps("description")} />
          <LeadChoice project={project} {...form.getInputProps("leadId")} />
          <PeriodFields startsOn={form.getInputProps("startsOn")} endsOn={form.getInputProps("endsOn")} />
          <VisibilityChoice {...form.getInputProps("visibility")} mayMakePrivate={can(project, "PROJECT_CLOSE")} />
          {form.values.visibility !== project.visibility && <VisibilityImpact project={project} wanted={form.values.visibility} />}
          <Group>
            <Button type="submit" loading={submit.pending} disabled={!form.isDirty()}>
              Save
            </Button>
          </Group>
        </Stack>
      </Fieldset>
    </form>
  );
}
