import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import { datasetKey } from "@/features/dataset/api/dataset";

const OFTEN = 700;

export const derivationsKey = (d: string) => [...datasetKey(d), "derivations"] as const;

/** One's own derivation that fills a dataset; asked for again as long as it is running. */
export const derivationsQuery = (d: string) =>
  queryOptions({
    queryKey: derivationsKey(d),
    queryFn: ({ signal }) => answer(api.GET("/api/v1/me/derivations", { params: { query: { dataset: d, limit: 1 } }, signal })),
    refetchInterval: ({ state }) => (state.data?.items.some((derivation) => derivation.state === "RUNNING") ? OFTEN : false),
  });
