import { useState } from "react";
import { logoAddress } from "@/features/workspace/api/logo";
import { initials } from "@/shared/text/initials";
import classes from "./workspace-mark.module.css";

interface Props {
  workspace: { id: string; name: string; logo?: string | null } | undefined;
  size?: "sm" | "lg";
}

/** A workspace's logo, or its initials where it has none. */
export function WorkspaceMark({ workspace, size = "sm" }: Props) {
  const [broken, setBroken] = useState<string>();
  const logo = workspace?.logo;
  return (
    <span className={classes.mark} data-size={size} data-picture={logo && broken !== logo ? true : undefined} aria-hidden="true">
      {workspace && logo && broken !== logo ? (
        <img src={logoAddress(workspace.id, logo)} alt="" onError={() => setBroken(logo)} />
      ) : workspace ? (
        initials(workspace.name)
      ) : (
        "–"
      )}
    </span>
  );
}
