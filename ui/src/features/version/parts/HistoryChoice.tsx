import { Select } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { itemsOf } from "@/api/page";
import type { Dataset } from "@/api/types";
import { branchesQuery } from "@/features/branch/api/branches";

/** Whose history is listed; nothing to choose while there is only the main branch. */
export function HistoryChoice({ dataset, branch }: { dataset: Dataset; branch?: string }) {
  const navigate = useNavigate();
  const branches = itemsOf(useInfiniteQuery(branchesQuery(dataset.id)).data);
  if (branches.length < 2 && !branch) return null;
  return (
    <Select
      label="History of"
      w={260}
      mb="md"
      searchable={branches.length > 10}
      allowDeselect={false}
      value={branch ?? ""}
      data={[{ value: "", label: "All branches" }, ...branches.map(({ name }) => ({ value: name, label: name }))]}
      onChange={(name) =>
        void navigate({
          to: "/workspaces/$workspaceId/datasets/$datasetId/versions",
          params: { workspaceId: dataset.workspaceId, datasetId: dataset.id },
          search: { branch: name || undefined },
        })
      }
    />
  );
}
