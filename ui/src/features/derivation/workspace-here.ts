import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Dataset } from "@/api/types";
import { meQuery } from "@/features/session/api/me";

/** The workspace that a new dataset is for: the one of this dataset, or, to strangers, their first. */
export function useWorkspaceHere(dataset: Dataset): [string | null, (workspace: string | null) => void] {
  const workspaces = useQuery(meQuery).data?.workspaces ?? [];
  const [chosen, choose] = useState<string | null>(null);
  const here = workspaces.some(({ id }) => id === dataset.workspaceId) ? dataset.workspaceId : workspaces[0]?.id;
  return [chosen ?? here ?? null, choose];
}
