import { useParams } from "@tanstack/react-router";
import type { WorkspaceEntry } from "@/api/types";
import { useMe } from "@/features/session/use-me";
import { lastWorkspace } from "@/features/workspace/last-workspace";

/** The workspace that the address names, else the last one, else the only one. */
export function useCurrentWorkspace(): WorkspaceEntry | undefined {
  const { workspaces } = useMe();
  const params = useParams({ strict: false });
  const current = params.workspaceId ?? lastWorkspace();
  return workspaces.find(({ id }) => id === current) ?? only(workspaces);
}

/** Where there is no choice, none has to be made. */
function only<T>(all: T[]): T | undefined {
  return all.length === 1 ? all[0] : undefined;
}
