import { IconBriefcase2, IconBuilding, IconDatabase, IconSettings2 } from "@tabler/icons-react";
import { Link, useParams } from "@tanstack/react-router";
import { can } from "@/api/can";
import { UploadsUnderWay } from "@/features/draft/UploadsUnderWay";
import { NotificationsLink } from "@/features/notification/NotificationsLink";
import { useMe } from "@/features/session/use-me";
import { PersonMenu } from "./PersonMenu";
import classes from "./shell.module.css";
import { WorkspaceSwitcher } from "./WorkspaceSwitcher";
import { lastWorkspace } from "@/features/workspace/last-workspace";
import { Mark } from "@/shared/Mark";

/** The way around: the workspace and what is in it, then the organization, then oneself. */
export function Navigation() {
  const me = useMe();
  const params = useParams({ strict: false });
  const workspace = me.workspaces.find(({ id }) => id === (params.workspaceId ?? lastWorkspace())) ?? only(me.workspaces);

  return (
    <nav className={classes.navigation} aria-label="Main">
      <Link to="/" className={classes.home} aria-label="Kontor, start">
        <Mark />
      </Link>
      <WorkspaceSwitcher current={workspace} />
      {workspace && (
        <>
          <Link className={classes.item} to="/workspaces/$workspaceId/projects" params={{ workspaceId: workspace.id }}>
            <IconBriefcase2 size={18} stroke={1.7} /> Projects
          </Link>
          <Link className={classes.item} to="/workspaces/$workspaceId/datasets" params={{ workspaceId: workspace.id }}>
            <IconDatabase size={18} stroke={1.7} /> Datasets
          </Link>
          <Link className={classes.item} to="/workspaces/$workspaceId/manage" params={{ workspaceId: workspace.id }}>
            <IconSettings2 size={18} stroke={1.7} /> Manage workspace
          </Link>
        </>
      )}
      {can(me, "ORGANIZATION_ADMINISTER") && (
        <>
          <p className={classes.heading}>{me.organization.name}</p>
          <Link className={classes.item} to="/organization">
            <IconBuilding size={18} stroke={1.7} /> Organization
          </Link>
        </>
      )}
      <span className={classes.rest} />
      <NotificationsLink className={classes.item} />
      <UploadsUnderWay />
      <PersonMenu />
    </nav>
  );
}

/** Where there is no choice, none has to be made. */
function only<T>(all: T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}
