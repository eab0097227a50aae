import { IconAlertTriangle } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { can } from "@/api/can";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { standing } from "./standing";
import classes from "./plan-banner.module.css";

/** Above every page of a workspace that ends soon, or takes nothing new. */
export function PlanBanner() {
  const workspace = useWorkspace();
  const { tone, title, text } = standing(workspace);
  if (tone === "quiet") return null;
  return (
    <aside className={classes.banner} data-tone={tone} aria-label="State of the workspace">
      <IconAlertTriangle size={18} stroke={1.8} aria-hidden className={classes.icon} />
      <p className={classes.text}>
        <b>{title}.</b> {text}{" "}
        <Link to="/workspaces/$workspaceId/manage/settings" params={{ workspaceId: workspace.id }} hash="plan">
          {can(workspace, "WORKSPACE_OWN") ? "What you can do" : "Plan and owner"}
        </Link>
      </p>
    </aside>
  );
}
