import { useNavigate, useSearch } from "@tanstack/react-router";

interface ListSearch {
  q?: string;
  sort?: string;
  show?: string;
}

/** What a list is looked through by. It stands in the address, so going back restores it and links carry it. */
export function useListSearch() {
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (patch: ListSearch) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...patch }) as never, replace: true });
  return { q: search.q, sort: search.sort, show: search.show, set };
}

/** Which part of a list is shown, of those that there are; whatever else the address says shows all of it. */
export function useShown<T extends string>(parts: readonly T[]): [T | null, (part: T | null) => void] {
  const { show, set } = useListSearch();
  return [parts.find((part) => part === show) ?? null, (part) => set({ show: part ?? undefined })];
}
