import { Select, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Loss, Project } from "@/api/types";
import { losses, passesOn } from "@/features/member/losses";
import { projectCandidatesQuery } from "@/features/project/api/project-candidates";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { Consequences } from "@/shared/ConfirmDialog";

interface Props {
  project: Project;
  takes: Loss[];
  leaving: string[];
  heir: string | null;
  setHeir: (heir: string | null) => void;
}

/** What people lose who leave a project, and who takes over what they own in it (K-08, O-02). */
export function DropTakes({ project, takes, leaving, heir, setHeir }: Props) {
  const workspace = useWorkspace();
  const people = useQuery({ ...projectCandidatesQuery(project.id, "", true), enabled: passesOn(takes) });
  return (
    <>
      <Consequences lines={losses(takes)} none="They hold nothing of their own in it." />
      {project.visibility === "PUBLIC" && takes.some(({ count }) => count > 0) && (
        <Text size="sm" c="dimmed">
          The project is public: whoever sees it all the same keeps what they hold.
        </Text>
      )}
      {passesOn(takes) && (
        <Select
          label="Their datasets pass to"
          placeholder={workspace.owner.name}
          data={(people.data?.items ?? [])
            .filter(({ id }) => id != null && !leaving.includes(id))
            .map(({ id, name }) => ({ value: id ?? "", label: name }))}
          value={heir}
          onChange={setHeir}
          searchable
          clearable
        />
      )}
    </>
  );
}
