import { Button, Group, Modal, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import type { ProjectDocument } from "@/api/types";
import { addLink } from "@/features/document/api/add-link";
import { editDocument } from "@/features/document/api/edit-document";
import { projectKey } from "@/features/project/api/project";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll } from "@/shared/use-act";

interface Props {
  projectId: string;
  /** The one that is edited; a new link where there is none. */
  document?: ProjectDocument;
  opened: boolean;
  close: () => void;
}

/** A new link; or another name of a document, and of a link another address. */
export function LinkDialog({ opened, close, ...form }: Props) {
  const title = !form.document ? "Add a link" : form.document.kind === "LINK" ? "Edit link" : "Rename document";
  return (
    <Modal opened={opened} onClose={close} title={title}>
      {opened && <DocumentForm close={close} {...form} />}
    </Modal>
  );
}

function DocumentForm({ projectId, document, close }: Omit<Props, "opened">) {
  const queryClient = useQueryClient();
  const isLink = document?.kind !== "FILE";
  const form = useForm({
    initialValues: { name: document?.name ?? "", url: document?.url ?? "" },
    validate: {
      url: (url) => (isLink && !/^https?:\/\//i.test(url.trim()) ? "A link begins with http:// or https://." : null),
    },
  });
  const submit = useSubmit(
    form,
    ({ name, url }) =>
      document
        ? editDocument(projectId, document.id, { name, ...(isLink && { url: url.trim() }) }, document.revision)
        : addLink(projectId, { name, url: url.trim() }),
    async () => {
      close();
      await refreshAll(queryClient, [projectKey(projectId)]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        {isLink && <TextInput label="Address" type="url" required maxLength={2000} placeholder="https://" data-autofocus {...form.getInputProps("url")} />}
        <TextInput label="Name" required maxLength={200} data-autofocus={!isLink || undefined} {...form.getInputProps("name")} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            {document ? "Save" : "Add link"}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
