import type { InfiniteData } from "@tanstack/react-query";

/** One page of any list. */
export interface Page<T> {
  items: T[];
  next?: string | null;
}

/** How every list is read on: from the start, then by the cursor of the page before. */
export const byCursor = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { next?: string | null }) => page.next ?? undefined,
};

export function itemsOf<T>(data: InfiniteData<Page<T>> | undefined): T[] {
  return data?.pages.flatMap((page) => page.items) ?? [];
}
