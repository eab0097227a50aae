import { Button, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { Dataset, DatasetLink } from "@/api/types";
import { linksQuery, revokeLink } from "@/features/application/api/links";
import { datasetKey } from "@/features/dataset/api/dataset";
import { MailNote } from "@/features/invitation/MailNote";
import { absolute, CopyField } from "@/shared/CopyField";
import { InfiniteList } from "@/shared/list/InfiniteList";
import type { Column } from "@/shared/list/ListTable";
import { Tag, type Tone } from "@/shared/Tag";
import { sentence } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import { When } from "@/shared/When";

const STATES: Record<DatasetLink["state"], [string, Tone]> = {
  OPEN: ["Open", "good"],
  EXPIRED: ["Expired", "plain"],
  ENDED: ["Its maker may no longer invite", "warn"],
};

/** One's own links; of dataset admins all. */
export function Links({ dataset }: { dataset: Dataset }) {
  const links = useInfiniteQuery(linksQuery(dataset.id));
  return <InfiniteList label="Links" query={links} columns={columns(dataset)} rowKey={({ id }) => id} empty={<Text c="dimmed">There are none.</Text>} />;
}

const columns = (dataset: Dataset): Column<DatasetLink>[] => [
  {
    header: "For",
    cell: ({ email, link, maker, mail }) => (
      <div>
        <Text style={{ overflowWrap: "anywhere" }}>{email ?? "Whoever has the link"}</Text>
        <Text size="sm" c="dimmed">
          by {maker.name}
        </Text>
        {mail && <MailNote mail={mail} />}
        {link && <CopyField size="xs" value={absolute(link)} aria-label={`Link for ${email}`} mt={4} miw={180} />}
      </div>
    ),
  },
  { header: "As", cell: ({ level }) => <Tag>{sentence(level)}</Tag> },
  { header: "State", cell: ({ state }) => <Tag tone={STATES[state][1]}>{STATES[state][0]}</Tag> },
  { header: "Until", cell: ({ expiresAt }) => <When at={expiresAt} /> },
  { header: "", cell: (link) => <Revoke dataset={dataset} link={link} /> },
];

function Revoke({ dataset, link }: { dataset: Dataset; link: DatasetLink }) {
  const revoke = useAct(() => revokeLink(dataset.id, link.id), { refresh: [[...datasetKey(dataset.id), "links"]], says: "The link is revoked." });
  return (
    <Button size="xs" variant="subtle" color="gray" loading={revoke.isPending} onClick={() => revoke.mutate()} aria-label={`Revoke the link for ${link.email ?? "whoever has it"}`}>
      Revoke
    </Button>
  );
}
