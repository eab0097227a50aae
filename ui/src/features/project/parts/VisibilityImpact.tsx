import { Alert, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Project, ProjectVisibility } from "@/api/types";
import { projectImpactQuery } from "@/features/project/api/project-impact";
import { ownerLine } from "@/features/project/owners";
import { Consequences } from "@/shared/ConfirmDialog";

/** What a change of visibility means for the people in a project, before it is saved (O-12). */
export function VisibilityImpact({ project, wanted }: { project: Project; wanted: ProjectVisibility }) {
  const impact = useQuery(projectImpactQuery(project.id));
  const owners = impact.data?.owners ?? [];
  if (wanted === "PUBLIC") {
    return (
      <Note>
        Everybody of the owning organization sees it at once, and people of partners that have the project and hold a role.
        The chosen members stay chosen.
      </Note>
    );
  }
  if (wanted === "SHARED") {
    const coming = owners.filter(({ creator }) => !creator);
    return (
      <Note>
        Only its creator, the chosen members and workspace admins see it.
        {coming.length > 0 && <> The owners of its datasets become chosen members: {coming.map(({ user }) => user.name).join(", ")}.</>}
      </Note>
    );
  }
  const others = owners.filter(({ creator }) => !creator);
  if (others.length === 0) return <Note>Everybody but its creator and workspace admins loses sight of it with their next request.</Note>;
  return (
    <Alert color="yellow" title="Not while others own datasets in it">
      <Consequences none="" lines={others.map(ownerLine)} />
    </Alert>
  );
}

function Note({ children }: { children: React.ReactNode }) {
  return (
    <Text size="sm" c="dimmed" role="status">
      {children}
    </Text>
  );
}
