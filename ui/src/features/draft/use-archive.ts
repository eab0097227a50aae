import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { datasetKey } from "@/features/dataset/api/dataset";
import { sendArchive } from "@/features/draft/api/send-archive";
import { refreshAll } from "@/shared/use-act";

interface Sending {
  file: File;
  folder: string;
}

/** One archive on its way into a draft: how far it is, and what became of it. */
export function useArchive(datasetId: string, draft: number) {
  const queryClient = useQueryClient();
  const [sent, setSent] = useState(0);
  const sending = useMutation({
    mutationFn: ({ file, folder }: Sending) => {
      setSent(0);
      return sendArchive(datasetId, draft, folder, file, new AbortController().signal, setSent);
    },
    onSettled: () => refreshAll(queryClient, [datasetKey(datasetId)]),
  });
  return { ...sending, sent };
}
