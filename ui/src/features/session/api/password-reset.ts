import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** Whose password a link sets. */
export const passwordResetQuery = (token: string) =>
  queryOptions({
    queryKey: ["password-reset", token],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/password-resets/{token}", { params: { path: { token } }, signal })),
    retry: false,
  });
