import { useNavigate } from "@tanstack/react-router";
import type { Dataset } from "@/api/types";
import { RefSelect } from "@/features/version/RefSelect";

/** Chooses what is browsed. */
export function VersionChoice({ dataset, value }: { dataset: Dataset; value: string }) {
  const navigate = useNavigate();
  return (
    <RefSelect
      dataset={dataset}
      name="Version"
      value={value}
      choose={(ref) =>
        void navigate({
          to: "/workspaces/$workspaceId/datasets/$datasetId",
          params: { workspaceId: dataset.workspaceId, datasetId: dataset.id },
          search: (before) => ({ ...before, ref: ref === "main" ? undefined : ref }),
        })
      }
    />
  );
}
