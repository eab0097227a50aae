import { Anchor } from "@mantine/core";
import { IconExternalLink, IconFile } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import type { Project, ProjectDocument } from "@/api/types";
import { documentsQuery } from "@/features/document/api/documents";
import { contentAddress } from "@/features/document/api/put-file";
import { useSendFiles } from "@/features/document/use-send-files";
import { isOpen, useProject } from "@/features/project/use-project";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ListBar } from "@/shared/list/ListBar";
import type { Column } from "@/shared/list/ListTable";
import { useListSearch } from "@/shared/list/use-list-search";
import { PersonName } from "@/shared/PersonName";
import { formatBytes } from "@/shared/text/format";
import { When } from "@/shared/When";
import { DocumentActions } from "./parts/DocumentActions";
import { DropDocuments } from "./parts/DropDocuments";
import { SendingFiles } from "./parts/SendingFiles";
import classes from "./parts/document.module.css";

/** Files and links for all who see the project. */
export function DocumentsTab() {
  const project = useProject();
  const { q, sort } = useListSearch();
  const documents = useInfiniteQuery(documentsQuery(project.id, { q, sort }));
  const { sending, send, drop } = useSendFiles(project.id);
  const adds = isOpen(project) && can(project, "PROJECT_ADD");
  return (
    <>
      {adds && <DropDocuments projectId={project.id} send={(files) => send(files)} />}
      <SendingFiles sending={sending} send={send} drop={drop} />
      <ListBar placeholder="Search documents" />
      <InfiniteList
        label="Documents"
        query={documents}
        columns={columns(project, (file, name) => send([file], name))}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="No documents yet">
            {adds ? "Drop a guideline here, or add a link to one." : "Guidelines and links for everybody who works here will stand on this page."}
          </EmptyState>
        }
      />
    </>
  );
}

function columns(project: Project, replace: (file: File, name: string) => void): Column<ProjectDocument>[] {
  return [
    { header: "Name", sort: "name", cell: (document) => <NameCell project={project} document={document} /> },
    { header: "Size", align: "right", cell: ({ size }) => (size == null ? "–" : formatBytes(size)) },
    { header: "By", cell: ({ author }) => <PersonName person={author} /> },
    { header: "Changed", cell: ({ changedAt }) => <When at={changedAt} /> },
    { header: "", cell: (document) => <DocumentActions project={project} document={document} replace={replace} /> },
  ];
}

/** A file opens where a browser shows it, and is saved where not; a link leads away. */
function NameCell({ project, document }: { project: Project; document: ProjectDocument }) {
  const isFile = document.kind === "FILE";
  return (
    <Anchor
      className={classes.name}
      fw={550}
      c="var(--k-ink)"
      href={isFile ? contentAddress(project.id, document.id) : (document.url ?? undefined)}
      target="_blank"
      rel="noopener noreferrer"
    >
      {isFile ? <IconFile size={16} aria-label="File" /> : <IconExternalLink size={16} aria-label="Link" />}
      {document.name}
    </Anchor>
  );
}
