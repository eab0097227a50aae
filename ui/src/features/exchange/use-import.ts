import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { datasetKey } from "@/features/dataset/api/dataset";
import { lastImportQuery, type NewImport, startImport } from "@/features/exchange/api/imports";
import { refreshAll } from "@/shared/use-act";

/** A file with labels on its way into a draft. */
export function useImport(datasetId: string, draft: number) {
  const queryClient = useQueryClient();
  const [sent, setSent] = useState(0);
  const sending = useMutation({
    mutationFn: (wanted: NewImport) => {
      setSent(0);
      return startImport(datasetId, draft, wanted, setSent);
    },
    onSuccess: (begun) => queryClient.setQueryData(lastImportQuery(datasetId, draft).queryKey, begun),
    onSettled: () => refreshAll(queryClient, [datasetKey(datasetId)]),
  });
  return { ...sending, sent };
}
