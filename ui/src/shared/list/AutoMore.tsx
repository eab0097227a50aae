import { useIntersection } from "@mantine/hooks";
import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect } from "react";
import { More } from "./InfiniteList";

type Query = Pick<UseInfiniteQueryResult, "hasNextPage" | "isFetchingNextPage" | "isFetchNextPageError" | "error" | "fetchNextPage">;

/** Reads on by itself as its end comes near; the button stays for the keyboard and after a failure. */
export function AutoMore({ query }: { query: Query }) {
  const { ref, entry } = useIntersection({ rootMargin: "600px" });
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const near = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (near && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [near, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);
  return (
    <div ref={ref}>
      <More query={query} />
    </div>
  );
}
