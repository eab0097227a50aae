import { Button, Group, Loader, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { can } from "@/api/can";
import type { BucketImport, Dataset } from "@/api/types";
import { draftKey } from "@/features/draft/api/draft";
import { formatCount, plural } from "@/shared/text/format";
import { refreshAll, useAct } from "@/shared/use-act";
import { authenticationInfoQuery } from "./api/authentication-info";
import { bucketImportsKey, lastImportQuery } from "./api/bucket-imports";
import { cancelBucketImport } from "./api/cancel-bucket-import";
import classes from "./bucket.module.css";
import { StartImportDialog } from "./parts/StartImportDialog";
import { placeOf } from "./place";

/** Importing from the dataset's bucket into a draft: starting it, how far the last one is, and what it did not take. */
export function BucketImportPanel({ dataset, number }: { dataset: Dataset; number: number }) {
  const queryClient = useQueryClient();
  const info = useQuery(authenticationInfoQuery(dataset.id)).data?.info;
  const last = useQuery(lastImportQuery(dataset.id)).data?.items.find(({ draft }) => draft === number);
  const [opened, { open, close }] = useDisclosure();
  const staged = last?.staged ?? 0;
  useEffect(() => {
    if (staged > 0) void refreshAll(queryClient, [draftKey(dataset.id, number)]);
  }, [staged, queryClient, dataset.id, number]);
  if (!info && !last) return null;
  const running = last?.state === "RUNNING";
  return (
    <section className={classes.panel} aria-label="Import from a bucket">
      <Group justify="space-between" align="start">
        <div style={{ flex: 1, minWidth: "12rem" }} aria-live="polite">
          <Text fw={550}>{last ? HEADS[last.state] : "Import from a bucket"}</Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {last ? countsOf(last) : info && placeOf(info)}
          </Text>
          {last?.detail && (
            <Text size="sm" mt="xs" c="var(--k-danger)" role="alert">
              {last.detail} What came before is in the draft.
            </Text>
          )}
        </div>
        {running ? (
          <Running dataset={dataset} last={last} />
        ) : (
          info && (
            <Button size="xs" variant="default" onClick={open}>
              {last ? "Import again" : "Import"}
            </Button>
          )
        )}
      </Group>
      {last && <Refused last={last} />}
      {info && <StartImportDialog dataset={dataset} draft={number} info={info} opened={opened} close={close} />}
    </section>
  );
}

const HEADS: Record<BucketImport["state"], string> = {
  RUNNING: "Importing from the bucket",
  DONE: "Imported from the bucket",
  CANCELLED: "The import was cancelled",
  STOPPED: "The import stopped before its end",
};

const countsOf = ({ looked, staged, unchanged, refused }: BucketImport) =>
  [
    `${plural(looked, "object")} looked at`,
    `${plural(staged, "file")} put into the draft`,
    unchanged > 0 && `${formatCount(unchanged)} unchanged`,
    refused > 0 && `${formatCount(refused)} refused`,
  ]
    .filter(Boolean)
    .join(" · ");

function Running({ dataset, last }: { dataset: Dataset; last: BucketImport }) {
  const cancel = useAct(() => cancelBucketImport(dataset.id, last.id), {
    says: "Cancelled. What came until now is in the draft.",
    refresh: [bucketImportsKey(dataset.id)],
  });
  return (
    <Group gap="xs">
      <Loader size="xs" aria-label="Running" />
      {can(last, "IMPORT_CANCEL") && (
        <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          Cancel
        </Button>
      )}
    </Group>
  );
}

function Refused({ last }: { last: BucketImport }) {
  if (last.refusals.length === 0) return null;
  return (
    <ul className={classes.refused}>
      {last.refusals.map(({ key, detail }, index) => (
        <li key={`${index} ${key}`}>
          <span className={classes.path}>{key}</span>
          <Text component="span" size="sm" c="var(--k-danger)">
            {detail}
          </Text>
        </li>
      ))}
    </ul>
  );
}
