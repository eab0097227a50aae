import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { problemOf } from "@/api/problem";
import type { Me } from "@/api/types";

export const meKey = ["me"] as const;

/** Who is signed in; null where nobody is. */
export const meQuery = queryOptions({
  queryKey: meKey,
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return await answer(api.GET("/api/v1/me", { signal }));
    } catch (error) {
      if (problemOf(error).status === 401) return null;
      throw error;
    }
  },
  staleTime: 30_000,
});
