import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { collaboratorsKey } from "@/features/collaborator/api/collaborators";

export const collaboratorOptionsQuery = (w: string) =>
  queryOptions({
    queryKey: [...collaboratorsKey(w), "options"],
    queryFn: ({ signal }) =>
      answer(api.GET("/api/v1/workspaces/{w}/collaborators/options", { params: { path: { w } }, signal })),
    staleTime: 0,
  });
