import { queryOptions } from "@tanstack/react-query";
import { answer, api } from "@/api/client";
import type { Catalog } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";

/** The catalog of a draft, and at which revision it is. */
export const draftCatalogQuery = (d: string, n: number) =>
  queryOptions({
    queryKey: [...datasetKey(d), "items", `draft-${n}`, "catalog", "editing"],
    queryFn: async ({ signal }) => {
      const { data, response } = await api.GET("/api/v1/datasets/{datasetId}/versions/{ref}/catalog", {
        params: { path: { datasetId: d, ref: `draft-${n}` } },
        signal,
      });
      return { catalog: data as Catalog, revision: response.headers.get("ETag") ?? "*" };
    },
    staleTime: 0,
  });

/** Refused where somebody set it meanwhile. */
export const setCatalog = (d: string, n: number, catalog: Catalog, revision: string) =>
  answer(
    api.PUT("/api/v1/datasets/{datasetId}/drafts/{number}/catalog", {
      params: { path: { datasetId: d, number: n }, header: { "If-Match": revision } },
      body: catalog as never,
    }),
  );
