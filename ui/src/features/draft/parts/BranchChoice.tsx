import { Select } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { itemsOf } from "@/api/page";
import type { Dataset } from "@/api/types";
import { branchesQuery } from "@/features/branch/api/branches";

/** Whose draft is shown; nothing to choose while there is only the main branch. */
export function BranchChoice({ dataset, branch }: { dataset: Dataset; branch: string }) {
  const navigate = useNavigate();
  const branches = itemsOf(useInfiniteQuery(branchesQuery(dataset.id)).data);
  if (branches.length < 2) return null;
  return (
    <Select
      label="Branch"
      w={260}
      mb="md"
      searchable={branches.length > 10}
      allowDeselect={false}
      value={branch}
      data={branches.map(({ name, draft }) => ({ value: name, label: draft == null ? name : `${name}, draft open` }))}
      onChange={(name) =>
        void navigate({
          to: "/workspaces/$workspaceId/datasets/$datasetId/draft",
          params: { workspaceId: dataset.workspaceId, datasetId: dataset.id },
          search: { branch: name === "main" ? undefined : (name ?? undefined) },
        })
      }
    />
  );
}
