import { Group, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import type { Branch, Dataset, VersionTag } from "@/api/types";
import { branchesQuery } from "@/features/branch/api/branches";
import { tagsQuery } from "@/features/branch/api/tags";
import { useDataset } from "@/features/dataset/use-dataset";
import { EmptyState } from "@/shared/EmptyState";
import { AnchorLink } from "@/shared/links";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { Part } from "@/shared/Part";
import { Tag } from "@/shared/Tag";
import { formatCount } from "@/shared/text/format";
import { When } from "@/shared/When";
import { BranchActions } from "./parts/BranchActions";
import { NewBranchButton } from "./parts/NewBranchButton";
import { TagActions } from "./parts/TagActions";

/** The names by which versions of a dataset are found: branches go on, tags stay. */
export function BranchesTab() {
  const dataset = useDataset();
  const branches = useInfiniteQuery(branchesQuery(dataset.id));
  const tags = useInfiniteQuery(tagsQuery(dataset.id));
  const changes = can(dataset, "DATASET_CHANGE");
  return (
    <>
      <Part
        title="Branches"
        lead="Each goes on by itself, with a draft of its own. Readers who name no branch get main."
        action={changes && dataset.latest != null && <NewBranchButton dataset={dataset} />}
      >
        <InfiniteList
          label="Branches"
          query={branches}
          columns={branchColumns(dataset, changes)}
          rowKey={({ name }) => name}
          empty={<EmptyState title="No branch yet">The branch main comes with the first draft.</EmptyState>}
        />
      </Part>
      <Part title="Tags" lead="Each names one version for good, which cannot be deleted as long as it has the tag.">
        <InfiniteList
          label="Tags"
          query={tags}
          columns={tagColumns(dataset, changes)}
          rowKey={({ name }) => name}
          empty={<EmptyState title="No tags yet">Tag a version in the list of versions, or while committing.</EmptyState>}
        />
      </Part>
    </>
  );
}

function branchColumns(dataset: Dataset, changes: boolean): Column<Branch>[] {
  const params = { workspaceId: dataset.workspaceId, datasetId: dataset.id };
  return [
    {
      header: "Branch",
      cell: ({ name, main, number, draft }) => (
        <Group gap="xs">
          {number == null ? (
            <Text fw={600}>{name}</Text>
          ) : (
            <AnchorLink fw={600} to="/workspaces/$workspaceId/datasets/$datasetId" params={params} search={{ ref: main ? undefined : name }}>
              {name}
            </AnchorLink>
          )}
          {draft != null && (
            <AnchorLink size="sm" to="/workspaces/$workspaceId/datasets/$datasetId/draft" params={params} search={{ branch: main ? undefined : name }}>
              draft open
            </AnchorLink>
          )}
        </Group>
      ),
    },
    { header: "Newest", cell: ({ number }) => (number == null ? "none yet" : `v${number}`) },
    { header: "Started from", cell: ({ from }) => (from ? `v${from.number} of ${from.branch}` : "–") },
    { header: "Own versions", align: "right", cell: ({ versions }) => formatCount(versions) },
    { header: "Since", cell: ({ createdAt }) => <When at={createdAt} /> },
    ...(changes ? [{ header: "", cell: (branch: Branch) => <BranchActions dataset={dataset} branch={branch} /> }] : []),
  ];
}

function tagColumns(dataset: Dataset, changes: boolean): Column<VersionTag>[] {
  const params = { workspaceId: dataset.workspaceId, datasetId: dataset.id };
  return [
    {
      header: "Tag",
      cell: ({ name }) => (
        <AnchorLink to="/workspaces/$workspaceId/datasets/$datasetId" params={params} search={{ ref: name }}>
          <Tag tone="accent">{name}</Tag>
        </AnchorLink>
      ),
    },
    { header: "Version", cell: ({ number, branch }) => `v${number} of ${branch}` },
    { header: "Message", cell: ({ message }) => <Text lineClamp={2}>{message}</Text> },
    { header: "Since", cell: ({ createdAt }) => <When at={createdAt} /> },
    ...(changes ? [{ header: "", cell: (tag: VersionTag) => <TagActions dataset={dataset} tag={tag} /> }] : []),
  ];
}
