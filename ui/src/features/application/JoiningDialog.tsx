import { Button, Group, Modal, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Application, CollaborationType } from "@/api/types";
import { joiningOneQuery } from "@/features/application/api/applications";
import { approveJoining } from "@/features/application/api/decide-application";
import { TypeChoice } from "@/features/collaborator/TypeChoice";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { sentence } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";

const TYPES: CollaborationType[] = ["DATA_PARTNER", "PRODUCER_PARTNER", "ANNOTATION_PARTNER"];

interface Props {
  workspace: string;
  application: string;
  opened: boolean;
  close: () => void;
  done?: () => void;
}

/** Lets somebody into the workspace; says what they get by it, and asks what their organization is to be (T-14). */
export function JoiningDialog(props: Props) {
  const application = useQuery({ ...joiningOneQuery(props.workspace, props.application), enabled: props.opened });
  return (
    <Modal opened={props.opened} onClose={props.close} title={application.data ? `Let ${application.data.applicant.name} in?` : "Let them in?"}>
      {application.isError ? (
        <ProblemNotice error={application.error} retry={() => void application.refetch()} />
      ) : application.data ? (
        <JoiningForm {...props} data={application.data} />
      ) : (
        <Skeleton height={160} />
      )}
    </Modal>
  );
}

function JoiningForm({ workspace, application, close, done, data }: Props & { data: Application }) {
  const { applicant, dataset, level, needsTypes, owner } = data;
  const [types, setTypes] = useState<CollaborationType[]>([]);
  const organization = applicant.organization?.name ?? "Their organization";
  const approve = useAct(() => approveJoining(workspace, application, types), {
    refresh: [workspaceKey(workspace), ["datasets"], ["notifications"]],
    says: `${applicant.name} is a member now.`,
    done: () => {
      close();
      done?.();
    },
  });
  return (
    <Stack>
      <Text>
        {applicant.name} of {organization} asks to be {sentence(level).toLowerCase()} on the dataset <b>{dataset}</b>. They become a plain member of the workspace, chosen for the
        dataset&apos;s project.
      </Text>
      {needsTypes ? (
        <>
          <Text>{organization} is no collaborator yet, and becomes one with access to this project only.</Text>
          <TypeChoice types={TYPES} value={types} onChange={setTypes} />
        </>
      ) : (
        <Text c="dimmed">{organization} works here already, and keeps its types and projects.</Text>
      )}
      {owner === "ASKED" && <Text c="dimmed">The dataset owner still has to approve the level itself.</Text>}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button disabled={needsTypes && types.length === 0} loading={approve.isPending} onClick={() => approve.mutate()}>
          Let them in
        </Button>
      </Group>
    </Stack>
  );
}
