import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { Project } from "@/api/types";
import { projectQuery } from "@/features/project/api/project";

/** Whether anything in it can be changed: not in an archive, not in the trash (O-13). */
export const isOpen = (project: Project) => !project.archived && !project.trashedAt;

/** The project that the address names; its route has loaded it. */
export function useProject(): Project {
  const { projectId } = useParams({ from: "/signed-in/workspaces/$workspaceId/projects/$projectId" });
  return useSuspenseQuery(projectQuery(projectId)).data;
}
