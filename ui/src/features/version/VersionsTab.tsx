import { ActionIcon, Group, Text, Tooltip } from "@mantine/core";
import { IconFileZip } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { can } from "@/api/can";
import type { Dataset, Version } from "@/api/types";
import { useDataset } from "@/features/dataset/use-dataset";
import { ExportButton } from "@/features/exchange/ExportButton";
import { zipAddress } from "@/features/version/addresses";
import { versionsQuery } from "@/features/version/api/versions";
import { Delta } from "@/features/version/Delta";
import { EmptyState } from "@/shared/EmptyState";
import { HistoryChoice } from "./parts/HistoryChoice";
import { VersionActions } from "./parts/VersionActions";
import { AnchorLink, ButtonLink } from "@/shared/links";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { Tag, Tags } from "@/shared/Tag";
import { formatBytes, formatCount } from "@/shared/text/format";
import { When } from "@/shared/When";

const route = getRouteApi("/signed-in/workspaces/$workspaceId/datasets/$datasetId/frame/versions");

/** The history of a dataset, or of one of its branches, newest first; every version can be browsed and taken along. */
export function VersionsTab() {
  const dataset = useDataset();
  const { branch } = route.useSearch();
  const versions = useInfiniteQuery(versionsQuery(dataset.id, branch));
  const toDraft = can(dataset, "DATASET_CHANGE") && (
    <ButtonLink
      variant="default"
      to="/workspaces/$workspaceId/datasets/$datasetId/draft"
      params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
    >
      Go to the draft
    </ButtonLink>
  );
  return (
    <>
      <HistoryChoice dataset={dataset} branch={branch} />
      <InfiniteList
        label="Versions"
        query={versions}
        columns={columns(dataset)}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No version yet" action={toDraft}>
            Committing a draft makes the first one. Versions never change.
          </EmptyState>
        }
      />
    </>
  );
}

function columns(dataset: Dataset): Column<Version>[] {
  const params = { workspaceId: dataset.workspaceId, datasetId: dataset.id };
  return [
    {
      header: "Version",
      cell: ({ id, number, branch, newest, message, tags }) => (
        <Group gap="sm" wrap="nowrap" align="baseline">
          <AnchorLink fw={600} to="/workspaces/$workspaceId/datasets/$datasetId" params={params} search={{ ref: id }} aria-label={`Browse version ${number}`}>
            v{number}
          </AnchorLink>
          <div>
            <Text style={{ overflowWrap: "anywhere" }}>{message}</Text>
            {(tags.length > 0 || newest || branch !== "main") && (
              <Tags>
                {(newest || branch !== "main") && (
                  <Tag tone={newest ? "good" : "plain"} title={newest ? `The newest version of ${branch}` : `On branch ${branch}`}>
                    {branch}
                  </Tag>
                )}
                {tags.map((tag) => (
                  <Tag key={tag} tone="accent">
                    {tag}
                  </Tag>
                ))}
              </Tags>
            )}
          </div>
        </Group>
      ),
    },
    {
      header: "Changes",
      cell: (version) => (
        <AnchorLink
          to="/workspaces/$workspaceId/datasets/$datasetId/compare"
          params={params}
          search={{ to: version.id }}
          title="Compare with the version before"
        >
          <Delta {...version} />
        </AnchorLink>
      ),
    },
    { header: "Items", align: "right", cell: ({ items }) => formatCount(items) },
    { header: "Size", align: "right", cell: ({ bytes }) => formatBytes(bytes) },
    { header: "Author", cell: ({ author }) => <PersonName person={author} /> },
    { header: "When", cell: ({ createdAt }) => <When at={createdAt} /> },
    {
      header: "",
      cell: (version) => (
        <Group gap={4} wrap="nowrap" justify="flex-end">
          <Tooltip label="Download as zip">
            <ActionIcon component="a" variant="subtle" color="gray" href={zipAddress(dataset.id, version.id)} download aria-label={`Download version ${version.number} as zip`}>
              <IconFileZip size={18} />
            </ActionIcon>
          </Tooltip>
          <ExportButton datasetId={dataset.id} reference={version.id} name={`version ${version.number}`} variant="subtle" color="gray" />
          {can(dataset, "DATASET_CHANGE") && <VersionActions dataset={dataset} version={version} />}
        </Group>
      ),
    },
  ];
}
