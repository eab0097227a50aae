import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { collaboratorsKey } from "@/features/collaborator/api/collaborators";

export const collaboratorOptionsQuery = (w: string) =>
  queryOptions({
    queryKey: [...collaboratorsKey(w), "options"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/workspaces/{workspaceId}/collaborators/options", { params: { path: { workspaceId: w } }, signal })),
    staleTime: 0,
  });
