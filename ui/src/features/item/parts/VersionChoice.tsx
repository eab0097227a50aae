import { Select } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { itemsOf } from "@/api/page";
import type { Dataset } from "@/api/types";
import { versionsQuery } from "@/features/version/api/versions";

/** Chooses what is browsed: the newest state, an older version, the draft. */
export function VersionChoice({ dataset, value }: { dataset: Dataset; value: string }) {
  const navigate = useNavigate();
  const versions = useInfiniteQuery(versionsQuery(dataset.id));
  const data = [
    ...(dataset.draft != null ? [{ value: `draft-${dataset.draft}`, label: "Draft, not committed" }] : []),
    ...(dataset.latest != null ? [{ value: "main", label: `Latest, v${dataset.latest}` }] : []),
    ...itemsOf(versions.data)
      .filter(({ number, id }) => number !== dataset.latest || id === value)
      .map(({ id, number, message }) => ({ value: id, label: `v${number}, ${message}` })),
  ];
  return (
    <Select
      aria-label="Version"
      w={230}
      data={data}
      value={value}
      allowDeselect={false}
      onChange={(ref) =>
        void navigate({
          to: "/workspaces/$workspaceId/datasets/$datasetId",
          params: { workspaceId: dataset.workspaceId, datasetId: dataset.id },
          search: (before) => ({ ...before, ref: ref === "main" ? undefined : (ref ?? undefined) }),
        })
      }
    />
  );
}
