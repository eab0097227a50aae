import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { Dataset } from "@/api/types";
import { datasetQuery } from "@/features/dataset/api/dataset";

/** The dataset that the address names; its route has loaded it. */
export function useDataset(): Dataset {
  const { datasetId } = useParams({ from: "/signed-in/workspaces/$workspaceId/datasets/$datasetId" });
  return useSuspenseQuery(datasetQuery(datasetId)).data;
}
