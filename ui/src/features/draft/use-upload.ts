import { useMemo, useSyncExternalStore } from "react";
import type { Dataset } from "@/api/types";
import { uploadInto } from "./upload/uploads";

/** The upload into a draft and how far it is. */
export function useUpload({ workspaceId, id, name }: Dataset, draft: number, branch?: string) {
  const { queue } = useMemo(
    () => uploadInto({ workspaceId, datasetId: id, name, draft, branch }),
    [workspaceId, id, name, draft, branch],
  );
  const progress = useSyncExternalStore(queue.subscribe, queue.snapshot);
  return { queue, progress };
}
