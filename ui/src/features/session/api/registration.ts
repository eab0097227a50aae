import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** What a mailed link confirms. */
export const registrationQuery = (token: string) =>
  queryOptions({
    queryKey: ["registration", token],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/registrations/{token}", { params: { path: { token } }, signal })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
