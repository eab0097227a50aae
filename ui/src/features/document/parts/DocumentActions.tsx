import { Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload, IconPencil, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useRef } from "react";
import { can } from "@/api/can";
import type { Project, ProjectDocument } from "@/api/types";
import { deleteDocument } from "@/features/document/api/delete-document";
import { contentAddress } from "@/features/document/api/put-file";
import { projectKey } from "@/features/project/api/project";
import { isOpen } from "@/features/project/use-project";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { RowMenu } from "@/shared/RowMenu";
import { useAct } from "@/shared/use-act";
import { LinkDialog } from "./LinkDialog";

interface Props {
  project: Project;
  document: ProjectDocument;
  replace: (file: File, name: string) => void;
}

/** What one may do with a document. */
export function DocumentActions({ project, document, replace }: Props) {
  const [editing, edit] = useDisclosure();
  const [deleting, ask] = useDisclosure();
  const chosen = useRef<HTMLInputElement>(null);
  const changes = can(document, "DOCUMENT_CHANGE") && isOpen(project);
  const isFile = document.kind === "FILE";
  const remove = useAct(() => deleteDocument(project.id, document.id), {
    refresh: [projectKey(project.id)],
    says: `${document.name} is deleted.`,
    done: ask.close,
  });
  return (
    <>
      <RowMenu
        label={`Actions for ${document.name}`}
        actions={[
          isFile && { label: "Download", icon: IconDownload, act: () => window.location.assign(contentAddress(project.id, document.id, true)) },
          changes && { label: isFile ? "Rename" : "Edit", icon: IconPencil, act: edit.open },
          changes && isFile && { label: "Replace", icon: IconRefresh, act: () => chosen.current?.click() },
          changes && { label: "Delete", icon: IconTrash, danger: true, act: ask.open },
        ]}
      />
      <input
        ref={chosen}
        type="file"
        hidden
        aria-label={`Replacement for ${document.name}`}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file) replace(file, document.name);
          event.currentTarget.value = "";
        }}
      />
      <LinkDialog projectId={project.id} document={document} opened={editing} close={edit.close} />
      <ConfirmDialog
        title={`Delete ${document.name}?`}
        opened={deleting}
        close={ask.close}
        confirm={() => remove.mutate()}
        pending={remove.isPending}
        action="Delete"
      >
        <Text>Nobody finds it here any more; it cannot be restored.</Text>
      </ConfirmDialog>
    </>
  );
}
