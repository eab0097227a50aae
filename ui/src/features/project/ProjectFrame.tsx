import { Outlet } from "@tanstack/react-router";
import { can } from "@/api/can";
import { useProject } from "@/features/project/use-project";
import { VisibilityTag } from "@/features/project/VisibilityTag";
import { AnchorLink } from "@/shared/links";
import { Screen } from "@/shared/Screen";
import { TabLink, TabLinks } from "@/shared/TabLinks";
import { Tag } from "@/shared/Tag";

/** Around the pages of a project: what it is, and its tabs. */
export function ProjectFrame() {
  const project = useProject();
  const params = { workspaceId: project.workspaceId, projectId: project.id };
  return (
    <Screen
      above={
        <AnchorLink inherit to="/workspaces/$workspaceId/projects" params={{ workspaceId: project.workspaceId }}>
          Projects
        </AnchorLink>
      }
      title={project.name}
      tags={
        <>
          <VisibilityTag visibility={project.visibility} />
          {project.archived && <Tag tone="warn">Archived, read-only</Tag>}
        </>
      }
      lead={project.description}
      tabs={
        <TabLinks label="Project">
          <TabLink to="/workspaces/$workspaceId/projects/$projectId" params={params} activeOptions={{ exact: true }} note={project.counts?.datasets}>
            Datasets
          </TabLink>
          <TabLink to="/workspaces/$workspaceId/projects/$projectId/members" params={params} note={project.counts?.members}>
            Members
          </TabLink>
          {can(project, "PROJECT_EDIT") && (
            <TabLink to="/workspaces/$workspaceId/projects/$projectId/settings" params={params}>
              Settings
            </TabLink>
          )}
        </TabLinks>
      }
    >
      <Outlet />
    </Screen>
  );
}
