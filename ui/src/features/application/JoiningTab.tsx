import { Button, Group } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Application } from "@/api/types";
import { joiningQuery } from "@/features/application/api/applications";
import { rejectJoining } from "@/features/application/api/decide-application";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { EmptyState } from "@/shared/EmptyState";
import { AnchorLink } from "@/shared/links";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { Tag } from "@/shared/Tag";
import { sentence } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import { When } from "@/shared/When";
import { JoiningDialog } from "./JoiningDialog";
import { ApprovalTags } from "./parts/ApprovalTags";

/** People from outside who wait to be let into the workspace, for a dataset of it (T-14). */
export function JoiningTab() {
  const workspace = useWorkspace();
  const applications = useInfiniteQuery(joiningQuery(workspace.id));
  return (
    <InfiniteList
      label="Applications"
      query={applications}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      empty={<EmptyState title="Nobody waits">Whoever follows a link to a dataset from outside of the workspace waits here to be let in.</EmptyState>}
    />
  );
}

const COLUMNS: Column<Application>[] = [
  { header: "Who", cell: ({ applicant }) => <PersonName person={applicant} organization /> },
  {
    header: "For",
    cell: ({ workspaceId, datasetId, dataset }) => (
      <AnchorLink inherit to="/workspaces/$workspaceId/datasets/$datasetId" params={{ workspaceId, datasetId }}>
        {dataset}
      </AnchorLink>
    ),
  },
  { header: "As", cell: ({ level }) => <Tag>{sentence(level)}</Tag> },
  { header: "Invited by", cell: ({ inviter }) => <PersonName person={inviter} /> },
  { header: "State", cell: (application) => <ApprovalTags application={application} /> },
  { header: "Since", cell: ({ createdAt }) => <When at={createdAt} /> },
  { header: "", cell: (application) => <Decide application={application} /> },
];

function Decide({ application: { id, workspaceId, applicant } }: { application: Application }) {
  const [opened, { open, close }] = useDisclosure();
  const reject = useAct(() => rejectJoining(workspaceId, id), {
    refresh: [workspaceKey(workspaceId), ["notifications"]],
    says: `${applicant.name} is told, and may apply again.`,
  });
  return (
    <Group gap="xs" wrap="nowrap">
      <Button size="xs" onClick={open} aria-label={`Let ${applicant.name} in`}>
        Let in
      </Button>
      <Button size="xs" variant="default" loading={reject.isPending} onClick={() => reject.mutate()} aria-label={`Reject ${applicant.name}`}>
        Reject
      </Button>
      <JoiningDialog workspace={workspaceId} application={id} opened={opened} close={close} />
    </Group>
  );
}
