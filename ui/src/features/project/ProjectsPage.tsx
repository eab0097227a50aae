import { Button, Select } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import { type ProjectFilter, projectsQuery } from "@/features/project/api/projects";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ListBar } from "@/shared/list/ListBar";
import { useListSearch, useShown } from "@/shared/list/use-list-search";
import { Screen } from "@/shared/Screen";
import { NewProjectDialog } from "./parts/NewProjectDialog";
import { projectColumns, trashColumns } from "./parts/project-columns";

const FILTERS = [
  { value: "open", label: "Open projects" },
  { value: "archived", label: "Archived" },
  { value: "trash", label: "Trash" },
];
const PARTS = ["archived", "trash"] as const;
const SHOWN: Record<"open" | (typeof PARTS)[number], ProjectFilter> = { open: { archived: false }, archived: { archived: true }, trash: { trashed: true } };

/** The projects of the workspace that one sees. */
export function ProjectsPage() {
  const workspace = useWorkspace();
  const { q, sort } = useListSearch();
  const [part, show] = useShown(PARTS);
  const shown = part ?? "open";
  const [making, { open, close }] = useDisclosure();
  const projects = useInfiniteQuery(
    projectsQuery(workspace.id, { q, sort, ...SHOWN[shown] }),
  );
  const make = can(workspace, "PROJECT_CREATE") && (
    <Button leftSection={<IconPlus size={16} />} onClick={open}>
      New project
    </Button>
  );
  return (
    <Screen title="Projects" lead={workspace.description}>
      <ListBar
        placeholder="Search projects"
        filters={<Select aria-label="Shown" data={FILTERS} value={shown} onChange={(value) => show(PARTS.find((one) => one === value) ?? null)} allowDeselect={false} w={160} />}
      >
        {make}
      </ListBar>
      <InfiniteList
        label="Projects"
        query={projects}
        columns={shown === "trash" ? trashColumns : projectColumns}
        rowKey={({ id }) => id}
        empty={
          shown === "archived" ? (
            <EmptyState title="Nothing archived">Archived projects are read-only and stand here.</EmptyState>
          ) : shown === "trash" ? (
            <EmptyState title="The trash is empty">Projects that you created, or may delete as a workspace admin, stay here for 30 days after they are deleted.</EmptyState>
          ) : (
            <EmptyState title="No projects yet" action={make}>
              {make
                ? "A project is what you share: datasets and the people who work on them."
                : "Once somebody gives you a project, it stands here."}
            </EmptyState>
          )
        }
      />
      <NewProjectDialog opened={making} close={close} />
    </Screen>
  );
}
