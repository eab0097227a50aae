import { Button, Group, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import type { Application, Dataset } from "@/api/types";
import { datasetApplicationsQuery } from "@/features/application/api/applications";
import { approveLevel, rejectLevel } from "@/features/application/api/decide-application";
import { datasetKey } from "@/features/dataset/api/dataset";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { PersonName } from "@/shared/PersonName";
import { Tag } from "@/shared/Tag";
import { sentence } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import { When } from "@/shared/When";
import { ApprovalTags } from "./ApprovalTags";

/** Newest first; whoever owns the dataset decides here. */
export function DatasetApplications({ dataset }: { dataset: Dataset }) {
  const applications = useInfiniteQuery(datasetApplicationsQuery(dataset.id));
  return (
    <InfiniteList
      label="Applications"
      query={applications}
      columns={COLUMNS}
      rowKey={({ id }) => id}
      empty={<Text c="dimmed">Nobody waits, and nobody has.</Text>}
    />
  );
}

const COLUMNS: Column<Application>[] = [
  {
    header: "Who",
    cell: ({ applicant, inviter, createdAt }) => (
      <div>
        <PersonName person={applicant} organization />
        <Text size="sm" c="dimmed" component="div">
          by {inviter.name}, <When at={createdAt} />
        </Text>
      </div>
    ),
  },
  { header: "As", cell: ({ level }) => <Tag>{sentence(level)}</Tag> },
  { header: "State", cell: (application) => <ApprovalTags application={application} /> },
  { header: "", cell: (application) => can(application, "APPLICATION_APPROVE") && <Decide application={application} /> },
];

function Decide({ application: { id, datasetId, applicant } }: { application: Application }) {
  const refresh = [datasetKey(datasetId), ["notifications"]];
  const approve = useAct(() => approveLevel(datasetId, id), { refresh, says: `${applicant.name}: approved.` });
  const reject = useAct(() => rejectLevel(datasetId, id), { refresh, says: `${applicant.name} is told, and may apply again.` });
  return (
    <Group gap="xs" wrap="nowrap">
      <Button size="xs" loading={approve.isPending} onClick={() => approve.mutate()} aria-label={`Approve ${applicant.name}`}>
        Approve
      </Button>
      <Button size="xs" variant="default" loading={reject.isPending} onClick={() => reject.mutate()} aria-label={`Reject ${applicant.name}`}>
        Reject
      </Button>
    </Group>
  );
}
