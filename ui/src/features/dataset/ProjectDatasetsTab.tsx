import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import { projectDatasetsQuery } from "@/features/dataset/api/project-datasets";
import { isOpen, useProject } from "@/features/project/use-project";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ListBar } from "@/shared/list/ListBar";
import { useListSearch } from "@/shared/list/use-list-search";
import { NewDatasetDialog } from "./parts/NewDatasetDialog";
import { datasetColumns } from "./parts/dataset-columns";

const COLUMNS = datasetColumns({ withProject: false });

/** The datasets of one project. */
export function ProjectDatasetsTab() {
  const project = useProject();
  const { q, sort } = useListSearch();
  const [making, { open, close }] = useDisclosure();
  const datasets = useInfiniteQuery(projectDatasetsQuery(project.id, { q, sort }));
  const make = isOpen(project) && can(project, "PROJECT_ADD") && (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      New dataset
    </Button>
  );
  return (
    <>
      <ListBar placeholder="Search datasets">{make}</ListBar>
      <InfiniteList
        label="Datasets"
        query={datasets}
        columns={COLUMNS}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No datasets yet" action={make}>
            A dataset is a versioned collection of files and their labels.
          </EmptyState>
        }
      />
      <NewDatasetDialog project={project} opened={making} close={close} />
    </>
  );
}
