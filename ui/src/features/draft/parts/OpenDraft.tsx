import { Button, Group, Skeleton, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Dataset } from "@/api/types";
import { BucketImportPanel } from "@/features/bucket/BucketImportPanel";
import { changesQuery } from "@/features/draft/api/changes";
import { draftKey, draftQuery } from "@/features/draft/api/draft";
import { CatalogDialog } from "@/features/item/CatalogDialog";
import { ImportDialog } from "@/features/exchange/ImportDialog";
import { ImportPanel } from "@/features/exchange/ImportPanel";
import { lastImportQuery } from "@/features/exchange/api/imports";
import { useImport } from "@/features/exchange/use-import";
import { Delta } from "@/features/version/Delta";
import { EmptyState } from "@/shared/EmptyState";
import { InfiniteList } from "@/shared/list/InfiniteList";
import { ButtonLink } from "@/shared/links";
import { PersonName } from "@/shared/PersonName";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatAgo } from "@/shared/text/format";
import { refreshAll } from "@/shared/use-act";
import { useArchive } from "../use-archive";
import { useUpload } from "../use-upload";
import { ArchivePanel } from "./ArchivePanel";
import { changeColumns } from "./change-columns";
import { CommitDialog } from "./CommitDialog";
import { DiscardDialog } from "./DiscardDialog";
import classes from "./draft.module.css";
import { DropFiles } from "./DropFiles";
import { UploadPanel } from "./UploadPanel";

/** An open draft: its sum, the drop zone, the upload under way, every change. */
export function OpenDraft({ dataset, number }: { dataset: Dataset; number: number }) {
  const queryClient = useQueryClient();
  const draft = useQuery(draftQuery(dataset.id, number));
  const changes = useInfiniteQuery(changesQuery(dataset.id, number));
  const { queue, progress } = useUpload(dataset, number, draft.data?.branch);
  const archive = useArchive(dataset.id, number);
  const labels = useImport(dataset.id, number);
  const reading = useQuery(lastImportQuery(dataset.id, number)).data?.state === "RUNNING";
  const [importing, importLabels] = useDisclosure();
  const [committing, commit] = useDisclosure();
  const [discarding, discard] = useDisclosure();
  const [declaring, catalog] = useDisclosure();
  const settled = progress.staged + progress.unchanged;
  useEffect(() => {
    if (settled > 0) void refreshAll(queryClient, [draftKey(dataset.id, number)]);
  }, [settled, queryClient, dataset.id, number]);

  if (draft.isError) return <ProblemNotice error={draft.error} retry={() => void draft.refetch()} />;
  const empty = draft.data && draft.data.added + draft.data.changed + draft.data.removed === 0;
  return (
    <>
      <div className={classes.head}>
        {draft.data ? (
          <div>
            <Text fw={550}>
              <Delta {...draft.data} />
            </Text>
            <Text size="sm" c="dimmed">
              Opened {formatAgo(draft.data.createdAt)} by <PersonName person={draft.data.openedBy} />
              {draft.data.branch !== "main" ? ` on ${draft.data.branch}` : dataset.latest != null && ` on version ${dataset.latest}`}
            </Text>
          </div>
        ) : (
          <Skeleton height={40} width={220} />
        )}
        <Group gap="xs">
          <ButtonLink
            variant="default"
            to="/workspaces/$workspaceId/datasets/$datasetId"
            params={{ workspaceId: dataset.workspaceId, datasetId: dataset.id }}
            search={{ ref: `draft-${number}` }}
          >
            Browse draft
          </ButtonLink>
          <Button variant="default" onClick={catalog.open}>
            Label catalog
          </Button>
          <Button variant="default" onClick={importLabels.open}>
            Import labels
          </Button>
          <Button variant="default" onClick={discard.open}>
            Discard
          </Button>
          <Button onClick={commit.open} disabled={!draft.data || empty || progress.phase === "running" || archive.isPending || labels.isPending || reading}>
            Commit
          </Button>
        </Group>
      </div>
      <DropFiles add={(entries) => queue.add(entries)} unpack={(file, folder) => archive.mutate({ file, folder })} />
      <ArchivePanel archive={archive} />
      <BucketImportPanel dataset={dataset} number={number} />
      <ImportPanel dataset={dataset} number={number} sending={labels} />
      <UploadPanel queue={queue} progress={progress} />
      <InfiniteList
        label="Changes"
        query={changes}
        columns={changeColumns(dataset, number)}
        rowKey={({ path }) => path}
        empty={<EmptyState title="No changes yet">Drop files or a whole folder above. Labels and removals count as changes, too.</EmptyState>}
      />
      <CatalogDialog dataset={dataset} draft={number} opened={declaring} close={catalog.close} />
      <ImportDialog opened={importing} close={importLabels.close} sending={labels} />
      {draft.data && <CommitDialog dataset={dataset} draft={draft.data} opened={committing} close={commit.close} />}
      {draft.data && <DiscardDialog dataset={dataset} draft={draft.data} queue={queue} opened={discarding} close={discard.close} />}
    </>
  );
}
