import { Outlet } from "@tanstack/react-router";
import { can } from "@/api/can";
import type { Project } from "@/api/types";
import { isOver, periodText, today } from "@/features/project/period";
import { useProject } from "@/features/project/use-project";
import { VisibilityTag } from "@/features/project/VisibilityTag";
import { AnchorLink } from "@/shared/links";
import { Screen } from "@/shared/Screen";
import { TabLink, TabLinks } from "@/shared/TabLinks";
import { PersonName } from "@/shared/PersonName";
import { Tag } from "@/shared/Tag";
import { formatAgo } from "@/shared/text/format";
import { RestoreProject } from "./parts/RestoreProject";

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
          {project.trashedAt ? <Tag tone="danger">In the trash</Tag> : project.archived && <Tag tone="warn">Archived, read-only</Tag>}
        </>
      }
      actions={project.trashedAt && can(project, "PROJECT_CLOSE") && <RestoreProject project={project} />}
      lead={<ProjectLead project={project} />}
      tabs={
        <TabLinks label="Project">
          <TabLink to="/workspaces/$workspaceId/projects/$projectId" params={params} activeOptions={{ exact: true }} note={project.counts?.datasets}>
            Datasets
          </TabLink>
          <TabLink to="/workspaces/$workspaceId/projects/$projectId/documents" params={params} note={project.counts?.documents}>
            Documents
          </TabLink>
          <TabLink to="/workspaces/$workspaceId/projects/$projectId/members" params={params} note={project.counts?.members}>
            Members
          </TabLink>
          <TabLink to="/workspaces/$workspaceId/projects/$projectId/usage" params={params}>
            Usage
          </TabLink>
          {can(project, "PROJECT_EDIT") && !project.trashedAt && (
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

/** What it is for, who leads it when, and how long the trash keeps it. */
function ProjectLead({ project }: { project: Project }) {
  const period = periodText(project);
  return (
    <>
      {project.description && <span style={{ display: "block", whiteSpace: "pre-line" }}>{project.description}</span>}
      {project.lead && (
        <>
          Led by <PersonName person={project.lead} />
          {period && " · "}
        </>
      )}
      {period && (
        <>
          {period}
          {isOver(project, today()) && " (over)"}
        </>
      )}
      {project.purgedAfter && (
        <span style={{ display: "block" }}>
          Only its creator and workspace admins see it now. It is gone for good {formatAgo(project.purgedAfter)}.
        </span>
      )}
    </>
  );
}
