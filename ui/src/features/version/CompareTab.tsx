import { Group, SegmentedControl, Skeleton, Text } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { itemsOf } from "@/api/page";
import type { Dataset, Difference } from "@/api/types";
import { useDataset } from "@/features/dataset/use-dataset";
import { type Between, diffCountsQuery, diffQuery } from "@/features/version/api/diff";
import { EmptyState } from "@/shared/EmptyState";
import { AutoMore } from "@/shared/list/AutoMore";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatBytes, formatCount } from "@/shared/text/format";
import { DifferenceTile } from "./parts/DifferenceTile";
import classes from "./parts/diff.module.css";
import { RefSelect } from "./RefSelect";

const route = getRouteApi("/signed-in/workspaces/$workspaceId/datasets/$datasetId/frame/compare");

/** What differs between two states of a dataset, as pictures before and after. */
export function CompareTab() {
  const dataset = useDataset();
  const { from, to = "main", change } = route.useSearch();
  const navigate = useNavigate();
  const counts = useQuery(diffCountsQuery(dataset.id, { from, to }));
  const show = (search: { from?: string; to?: string; change?: Difference["change"] }) =>
    void navigate({
      to: "/workspaces/$workspaceId/datasets/$datasetId/compare",
      params: { workspaceId: dataset.workspaceId, datasetId: dataset.id },
      search: { from, to, change, ...search },
    });
  if (dataset.latest == null) return <EmptyState title="Nothing to compare yet">As soon as there is a version, it is compared with what follows.</EmptyState>;
  const { data } = counts;
  return (
    <>
      <Group gap="sm" align="flex-end" mb="md">
        <RefSelect dataset={dataset} label="From" value={from ?? (data ? String(data.from) : "")} choose={(ref) => show({ from: ref })} />
        <IconArrowRight size={18} aria-hidden="true" className={classes.arrow} />
        <RefSelect dataset={dataset} label="To" value={to} choose={(ref) => show({ to: ref })} />
      </Group>
      {data ? (
        <Group gap="md" mb="md">
          <SegmentedControl
            aria-label="Changes"
            value={change ?? ""}
            onChange={(kind) => show({ change: (kind || undefined) as Difference["change"] | undefined })}
            data={[
              { value: "", label: `All ${formatCount(data.added + data.changed + data.removed)}` },
              { value: "ADDED", label: `Added ${formatCount(data.added)}` },
              { value: "CHANGED", label: `Changed ${formatCount(data.changed)}` },
              { value: "REMOVED", label: `Removed ${formatCount(data.removed)}` },
            ]}
          />
          <Text size="sm" c="dimmed">
            {data.changed > 0 && `Of the changed, ${formatCount(data.contents)} with another file, ${formatCount(data.labels)} with other labels or metadata · `}
            {data.bytes >= 0 ? "+" : "−"}
            {formatBytes(Math.abs(data.bytes))}
          </Text>
        </Group>
      ) : counts.isError ? null : (
        <Skeleton height={36} width={420} mb="md" />
      )}
      <Gallery key={`${from}/${to}/${change}`} dataset={dataset} between={{ from, to }} change={change} before={from ?? (data ? String(data.from) : counts.isError ? to : undefined)} />
    </>
  );
}

interface GalleryProps {
  dataset: Dataset;
  between: Between;
  change?: Difference["change"];
  /** What the pictures of before are shown at; not known before the figures are there. */
  before?: string;
}

function Gallery({ dataset, between, change, before }: GalleryProps) {
  const query = useInfiniteQuery(diffQuery(dataset.id, between, change));
  if (query.isError && !query.data) return <ProblemNotice error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending || before === undefined) return <Skeleton height={220} aria-label="Loading" />;
  const differences = itemsOf(query.data);
  if (differences.length === 0) return <EmptyState title="No difference">{change ? "Nothing of this kind lies between the two." : "Both hold the same items with the same labels."}</EmptyState>;
  return (
    <>
      <ul className={classes.gallery} aria-label="Differences">
        {differences.map((difference) => (
          <DifferenceTile key={difference.path} dataset={dataset} difference={difference} before={before} after={between.to} />
        ))}
      </ul>
      <AutoMore query={query} />
    </>
  );
}
