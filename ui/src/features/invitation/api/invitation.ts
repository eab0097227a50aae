import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";

/** What an invitation link says to whoever holds it, signed in or not. */
export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => answer(api.GET("/api/v1/invitations/{token}", { params: { path: { token } }, signal })),
    staleTime: 0,
  });
