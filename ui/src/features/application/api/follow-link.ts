import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

export const linkByTokenQuery = (token: string) =>
  queryOptions({
    queryKey: ["dataset-link", token],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/dataset-links/{token}", { params: { path: { token } }, signal })),
    retry: false,
  });

export interface NewFollowing extends Record<string, unknown> {
  name?: string;
  password?: string;
  organization?: string;
}

export const followLink = (token: string, body: NewFollowing) =>
  answer(api.POST("/api/v1/dataset-links/{token}/application", { params: { path: { token } }, body }));
