import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
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
  const stop = useRef(new AbortController());
  const sending = useMutation({
    mutationFn: ({ file, folder }: Sending) => {
      setSent(0);
      stop.current = new AbortController();
      return sendArchive(datasetId, draft, folder, file, stop.current.signal, setSent);
    },
    onSettled: () => refreshAll(queryClient, [datasetKey(datasetId)]),
  });
  // The server unpacks nothing before all of it has come; from then on it cannot be called back.
  const cancelled = sending.error instanceof DOMException && sending.error.name === "AbortError";
  return { ...sending, sent, cancelled, cancel: () => stop.current.abort() };
}
