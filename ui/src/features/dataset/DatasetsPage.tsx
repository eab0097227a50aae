import { useInfiniteQuery } from "@tanstack/react-query";
import { workspaceDatasetsQuery } from "@/features/dataset/api/workspace-datasets";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { EmptyState } from "@/shared/EmptyState";
import { AnchorLink } from "@/shared/links";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ListBar } from "@/shared/list/ListBar";
import { useListSearch } from "@/shared/list/use-list-search";
import { Screen } from "@/shared/Screen";
import { datasetColumns } from "./parts/dataset-columns";

const COLUMNS = datasetColumns({ withProject: true });

/** Every dataset of the workspace that one sees, whatever its project. */
export function DatasetsPage() {
  const workspace = useWorkspace();
  const { q, sort } = useListSearch();
  const datasets = useInfiniteQuery(workspaceDatasetsQuery(workspace.id, { q, sort }));
  return (
    <Screen title="Datasets" lead="All that you see in this workspace, over all projects.">
      <ListBar placeholder="Search datasets" />
      <InfiniteList
        label="Datasets"
        query={datasets}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title="No datasets yet"
            action={
              <AnchorLink to="/workspaces/$workspaceId/projects" params={{ workspaceId: workspace.id }}>
                Go to the projects
              </AnchorLink>
            }
          >
            Datasets are made inside of a project.
          </EmptyState>
        }
      />
    </Screen>
  );
}
