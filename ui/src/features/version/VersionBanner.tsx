import { Alert, Text } from "@mantine/core";
import { IconHistory, IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Dataset, Version } from "@/api/types";
import { draftsQuery } from "@/features/draft/api/drafts";
import { versionQuery } from "@/features/version/api/versions";
import { AnchorLink } from "@/shared/links";
import { formatAgo } from "@/shared/text/format";

interface Props {
  dataset: Dataset;
  /** What is looked at: a branch, a tag, a version's id or number, a draft. */
  reference: string;
}

/** Says what one looks at, wherever that is not the newest of a branch, and leads there. */
export function VersionBanner({ dataset, reference }: Props) {
  return reference.startsWith("draft-") ? <DraftBanner dataset={dataset} reference={reference} /> : <OlderBanner dataset={dataset} reference={reference} />;
}

function OlderBanner({ dataset, reference }: Props) {
  const version = useQuery({ ...versionQuery(dataset.id, reference), enabled: reference !== "main" }).data;
  if (!version || reference === "main" || version.branch === reference) return null;
  const named = version.tags.includes(reference) || /^(v?\d+|[0-9a-f-]{36})$/i.test(reference);
  if (!named || version.newest) return null;
  return (
    <Alert color="yellow" variant="light" icon={<IconHistory size={18} />} mb="md" py="xs" role="status">
      <Text size="sm">
        This is {spoken(version)}, committed {formatAgo(version.createdAt)}, and not the newest.{" "}
        <AnchorLink
          size="sm"
          to="/workspaces/$workspaceId/datasets/$datasetId"
          params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
          search={(before: { prefix?: string }) => ({ prefix: before.prefix, ref: version.branch === "main" ? undefined : version.branch })}
        >
          Go to the newest version of {version.branch}
        </AnchorLink>
      </Text>
    </Alert>
  );
}

function spoken({ number, branch, tags }: Version): string {
  const tagged = tags.length > 0 ? ` (${tags.join(", ")})` : "";
  return `version ${number}${tagged} of ${branch}`;
}

function DraftBanner({ dataset, reference }: Props) {
  const number = Number(reference.slice("draft-".length));
  const draft = useQuery(draftsQuery(dataset.id)).data?.items.find((one) => one.number === number);
  if (!draft) return null;
  return (
    <Alert color="harbour" variant="light" icon={<IconPencil size={18} />} mb="md" py="xs" role="status">
      <Text size="sm">
        This is the draft of {draft.branch}, which nobody but editors sees until it is committed.{" "}
        <AnchorLink
          size="sm"
          to="/workspaces/$workspaceId/datasets/$datasetId/draft"
          params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
          search={{ branch: draft.branch === "main" ? undefined : draft.branch }}
        >
          Go to its changes
        </AnchorLink>
      </Text>
    </Alert>
  );
}
