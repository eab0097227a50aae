import { IconBriefcase2, IconBuilding, IconDatabase, IconSettings2, IconWorld } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { can } from "@/api/can";
import { UploadsUnderWay } from "@/features/draft/UploadsUnderWay";
import { NotificationsLink } from "@/features/notification/NotificationsLink";
import { SearchOpener } from "@/features/search/SearchOpener";
import { useMe } from "@/features/session/use-me";
import { useCurrentWorkspace } from "../use-current-workspace";
import { PersonMenu } from "./PersonMenu";
import classes from "./shell.module.css";
import { WorkspaceSwitcher } from "./WorkspaceSwitcher";
import { Mark } from "@/shared/Mark";

/** The way around: the workspace and what is in it, then the organization, then oneself. */
export function Navigation({ openSearch }: { openSearch: () => void }) {
  const me = useMe();
  const workspace = useCurrentWorkspace();

  return (
    <nav className={classes.navigation} aria-label="Main">
      <Link to="/" className={classes.home} aria-label="Kontor, start">
        <Mark />
      </Link>
      <WorkspaceSwitcher current={workspace} />
      {me.workspaces.length > 0 && <SearchOpener open={openSearch} />}
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
      <Link className={classes.item} to="/open-datasets">
        <IconWorld size={18} stroke={1.7} /> Open datasets
      </Link>
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
