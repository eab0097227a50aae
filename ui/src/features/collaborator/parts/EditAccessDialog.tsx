import { Alert, Button, Group, Modal, Skeleton, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { CollaboratorOptions } from "@/api/types";
import { collaboratorImpactQuery } from "@/features/collaborator/api/collaborator-impact";
import { collaboratorOptionsQuery } from "@/features/collaborator/api/collaborator-options";
import { editCollaborator } from "@/features/collaborator/api/edit-collaborator";
import { accessChange, withdrawn } from "@/features/collaborator/access-change";
import { HeirChoice } from "@/features/member/HeirChoice";
import { losses, passesOn } from "@/features/member/losses";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { Consequences } from "@/shared/ConfirmDialog";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { plural } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import type { CollaboratorDialogProps } from "./EditTypesDialog";
import { ProjectChoice } from "./ProjectChoice";

/** Grants and withdraws projects; those that one does not see stay as they are (K-09). */
export function EditAccessDialog(props: CollaboratorDialogProps) {
  const options = useQuery({ ...collaboratorOptionsQuery(props.workspace.id), enabled: props.opened });
  return (
    <Modal opened={props.opened} onClose={props.close} title={`Projects of ${props.collaborator.organization.name}`}>
      {options.isError ? (
        <ProblemNotice error={options.error} retry={() => void options.refetch()} />
      ) : options.data ? (
        <AccessForm {...props} options={options.data} />
      ) : (
        <Skeleton height={240} />
      )}
    </Modal>
  );
}

function AccessForm({ workspace, collaborator, close, options }: CollaboratorDialogProps & { options: CollaboratorOptions }) {
  const { id, name } = collaborator.organization;
  const before = collaborator.projectAccess === "FULL" ? "FULL" : collaborator.projectAccess.projects.map((project) => project.id);
  const [after, setAfter] = useState<"FULL" | string[]>(before);
  const [heir, setHeir] = useState<string | null>(null);
  const lost = withdrawn(before, after, options.projects.map((project) => project.id));
  const impact = useQuery({
    ...collaboratorImpactQuery(workspace.id, id, { withdraw: lost }),
    enabled: lost.length > 0,
  });
  const save = useAct(() => editCollaborator(workspace.id, id, { projectAccess: accessChange(before, after), handOverTo: heir ?? undefined }), {
    refresh: [workspaceKey(workspace.id), ["projects"]],
    says: `The projects of ${name} are saved.`,
    done: close,
  });
  const unknown = lost.length > 0 && !impact.isSuccess;
  return (
    <Stack>
      <ProjectChoice projects={options.projects} mayGrantFull={options.mayGrantFull} value={after} onChange={setAfter} />
      {lost.length > 0 && impact.isError && <ProblemNotice error={impact.error} retry={() => void impact.refetch()} />}
      {lost.length > 0 && impact.data && (
        <Alert color="yellow" title={`${name} loses ${plural(lost.length, "project")}`}>
          <Consequences
            lines={[
              impact.data.members > 0 && `${plural(impact.data.members, "person loses", "people lose")} access`,
              ...losses(impact.data.takes),
            ]}
            none="None of its people is working in them."
          />
          {passesOn(impact.data.takes) && <HeirChoice workspace={workspace} value={heir} onChange={setHeir} />}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button onClick={() => save.mutate()} loading={save.isPending} disabled={unknown}>
          Save access
        </Button>
      </Group>
    </Stack>
  );
}
