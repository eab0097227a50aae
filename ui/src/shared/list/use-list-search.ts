import { useNavigate, useSearch } from "@tanstack/react-router";

interface ListSearch {
  q?: string;
  sort?: string;
}

/** What a list is looked through by. It stands in the address, so going back restores it and links carry it. */
export function useListSearch() {
  const search: ListSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const set = (patch: ListSearch) =>
    void navigate({ to: ".", search: (before: object) => ({ ...before, ...patch }) as never, replace: true });
  return { q: search.q, sort: search.sort, set };
}
