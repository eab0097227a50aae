import { Button, Fieldset, Group, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { can } from "@/api/can";
import type { Project } from "@/api/types";
import { editProject } from "@/features/project/api/edit-project";
import { projectKey } from "@/features/project/api/project";
import { useProject } from "@/features/project/use-project";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { FormProblem } from "@/shared/form/FormProblem";
import { useReadAt } from "@/shared/form/use-read-at";
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
        <ProjectForm />
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

const valuesOf = ({ name, description, lead, startsOn, endsOn, visibility }: Project) => ({
  name,
  description: description ?? "",
  leadId: lead?.id ?? null,
  startsOn: startsOn ?? "",
  endsOn: endsOn ?? "",
  visibility,
});

function ProjectForm() {
  const project = useProject();
  const queryClient = useQueryClient();
  const form = useForm({
    initialValues: valuesOf(project),
    validate: {
      endsOn: (endsOn, { startsOn }) => (endsOn && startsOn && endsOn < startsOn ? "It ends on the day it starts, or later." : null),
    },
  });
  const read = useReadAt(project, form, valuesOf);
  const submit = useSubmit(
    form,
    ({ name, description, leadId, startsOn, endsOn, visibility }) =>
      editProject(
        project.id,
        {
          name,
          description,
          // A lead whom one does not see stays, unless somebody else is named.
          ...(leadId !== (read.lead?.id ?? null) && { leadId }),
          startsOn: startsOn || null,
          endsOn: endsOn || null,
          ...(visibility !== read.visibility && { visibility }),
        },
        read.revision,
      ),
    async () => {
      say("Saved.");
      form.resetDirty();
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
