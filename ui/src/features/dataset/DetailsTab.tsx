import { Skeleton, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { previewQuery } from "@/features/dataset/api/preview";
import { DatasetVisibilityTag } from "@/features/dataset/DatasetVisibilityTag";
import { useDataset } from "@/features/dataset/use-dataset";
import { Facts } from "@/shared/Facts";
import { PersonName } from "@/shared/PersonName";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { Section } from "@/shared/Screen";
import { formatBytes, formatCount, formatDay, sentence } from "@/shared/text/format";
import { LabelFigures } from "./parts/LabelFigures";

/** Everything about a dataset that is not a file. */
export function DetailsTab() {
  const dataset = useDataset();
  const preview = useQuery(previewQuery(dataset.id));
  return (
    <>
      <Section title="About">
        <Facts
          rows={[
            ["Description", dataset.description || "None"],
            !!dataset.project && (["Project", dataset.project.name] as const),
            dataset.project
              ? ["Dataset owner", <PersonName key="owner" person={dataset.owner} organization />]
              : ["Organization", dataset.owner.organization?.name ?? "–"],
            ["Visibility", <DatasetVisibilityTag key="visibility" visibility={dataset.visibility} />],
            ["Your level", `Dataset ${sentence(dataset.level).toLowerCase()}`],
            ["Created", formatDay(dataset.createdAt)],
          ]}
        />
      </Section>
      <Section title="Contents" lead={dataset.latest == null ? "Nothing is committed yet." : `As of version ${dataset.latest}.`}>
        <Facts
          rows={[
            ["Items", formatCount(dataset.items)],
            ["Size", formatBytes(dataset.bytes)],
            ["Latest version", dataset.latest == null ? "none yet" : `v${dataset.latest}`],
          ]}
        />
      </Section>
      <Section title="Labels" lead="Types, categories and how often they occur.">
        {preview.isPending ? (
          <Skeleton height={80} />
        ) : preview.isError ? (
          <ProblemNotice error={preview.error} retry={() => void preview.refetch()} />
        ) : (
          <LabelFigures catalog={preview.data.catalog} statistics={preview.data.statistics} none={<Text c="dimmed">No labels yet.</Text>} />
        )}
      </Section>
    </>
  );
}
