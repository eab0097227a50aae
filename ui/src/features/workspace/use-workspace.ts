import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { Workspace } from "@/api/types";
import { workspaceQuery } from "@/features/workspace/api/workspace";

/** The workspace that the address names; its route has loaded it before any page inside is shown. */
export function useWorkspace(): Workspace {
  const { workspaceId } = useParams({ from: "/signed-in/workspaces/$workspaceId" });
  return useSuspenseQuery(workspaceQuery(workspaceId)).data;
}
