import { Outlet } from "@tanstack/react-router";
import { useEffect } from "react";
import { can } from "@/api/can";
import { DatasetVisibilityTag } from "@/features/dataset/DatasetVisibilityTag";
import { useDataset } from "@/features/dataset/use-dataset";
import { DerivationUnderWay } from "@/features/derivation/DerivationUnderWay";
import { rememberWorkspace } from "@/features/workspace/last-workspace";
import { AnchorLink } from "@/shared/links";
import { Screen } from "@/shared/Screen";
import { TabLink, TabLinks } from "@/shared/TabLinks";
import { Tag } from "@/shared/Tag";
import { formatBytes, plural } from "@/shared/text/format";

/** Around the tabs of a dataset: what it is, where it belongs. */
export function DatasetFrame() {
  const dataset = useDataset();
  const params = { workspaceId: dataset.workspaceId, datasetId: dataset.id };
  useEffect(() => {
    if (dataset.project) rememberWorkspace(dataset.workspaceId);
  }, [dataset.project, dataset.workspaceId]);
  return (
    <Screen
      above={
        <>
          {!dataset.project && (
            <AnchorLink inherit to="/open-datasets">
              Open datasets
            </AnchorLink>
          )}
          {dataset.project && (
            <>
              <AnchorLink inherit to="/workspaces/$workspaceId/projects" params={params}>
                Projects
              </AnchorLink>
              <span aria-hidden="true">/</span>
              <AnchorLink
                inherit
                to="/workspaces/$workspaceId/projects/$projectId"
                params={{ workspaceId: dataset.workspaceId, projectId: dataset.project.id }}
              >
                {dataset.project.name}
              </AnchorLink>
            </>
          )}
        </>
      }
      title={dataset.name}
      tags={
        <>
          <DatasetVisibilityTag visibility={dataset.visibility} />
          {dataset.latest != null && (
            <Tag>
              v{dataset.latest} · {plural(dataset.items, "item")} · {formatBytes(dataset.bytes)}
            </Tag>
          )}
        </>
      }
      lead={dataset.description}
      tabs={
        <TabLinks label="Dataset">
          <TabLink to="/workspaces/$workspaceId/datasets/$datasetId" params={params} activeOptions={{ exact: true }}>
            Items
          </TabLink>
          {can(dataset, "DATASET_READ") && (
            <TabLink to="/workspaces/$workspaceId/datasets/$datasetId/versions" params={params}>
              Versions
            </TabLink>
          )}
          {can(dataset, "DATASET_READ") && (
            <TabLink to="/workspaces/$workspaceId/datasets/$datasetId/compare" params={params}>
              Compare
            </TabLink>
          )}
          {can(dataset, "DATASET_READ") && (
            <TabLink to="/workspaces/$workspaceId/datasets/$datasetId/branches" params={params}>
              Branches
            </TabLink>
          )}
          {can(dataset, "DATASET_CHANGE") && (
            <TabLink to="/workspaces/$workspaceId/datasets/$datasetId/draft" params={params} note={dataset.draft != null ? "open" : null}>
              Draft
            </TabLink>
          )}
          {can(dataset, "DATASET_USE") && (
            <TabLink to="/workspaces/$workspaceId/datasets/$datasetId/derive" params={params}>
              Derive
            </TabLink>
          )}
          <TabLink to="/workspaces/$workspaceId/datasets/$datasetId/details" params={params}>
            Details
          </TabLink>
          {can(dataset, "DATASET_INVITE") && (
            <TabLink to="/workspaces/$workspaceId/datasets/$datasetId/people" params={params}>
              People
            </TabLink>
          )}
          {can(dataset, "DATASET_ADMINISTER") && (
            <TabLink to="/workspaces/$workspaceId/datasets/$datasetId/settings" params={params}>
              Settings
            </TabLink>
          )}
        </TabLinks>
      }
    >
      <DerivationUnderWay dataset={dataset} />
      <Outlet />
    </Screen>
  );
}
