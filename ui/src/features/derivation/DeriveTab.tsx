import { Radio, Stack } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { NewDerivation } from "@/api/types";
import { useDataset } from "@/features/dataset/use-dataset";
import { catalogQuery } from "@/features/item/api/catalog";
import { EmptyState } from "@/shared/EmptyState";
import { Section } from "@/shared/Screen";
import { newGroup, whereOf } from "./condition";
import { ConditionGroup } from "./parts/ConditionGroup";
import { Found } from "./parts/Found";
import { Making } from "./parts/Making";
import { type Source, Sources } from "./parts/Sources";

const route = getRouteApi("/signed-in/workspaces/$workspaceId/datasets/$datasetId/frame/derive");

/** Makes a dataset out of this one: all of a version, the items that fit, or together with others. */
export function DeriveTab() {
  const dataset = useDataset();
  const { ref } = route.useSearch();
  const [sources, setSources] = useState<Source[]>([{ dataset, version: ref ?? "main" }]);
  const [group, setGroup] = useState(() => newGroup("all"));
  const [conflicts, setConflicts] = useState<NonNullable<NewDerivation["conflicts"]>>("ABORT");
  const version = sources[0]?.version ?? "main";
  const catalog = useQuery(catalogQuery(dataset.id, version)).data ?? {};
  const where = whereOf(group);
  if (dataset.latest == null) return <EmptyState title="No version yet">Datasets are made of versions; commit one first.</EmptyState>;
  return (
    <Stack gap="xl">
      <Section title="From" lead="Files are not copied: the new dataset refers to the same contents.">
        <Sources sources={sources} change={setSources} />
        {sources.length > 1 && (
          <Radio.Group label="Where two have a file at the same path" value={conflicts} onChange={(value) => setConflicts(value as typeof conflicts)} mt="md">
            <Stack gap="xs" mt="xs">
              <Radio value="ABORT" label="Stop, and make nothing" />
              <Radio value="KEEP_FIRST" label="Keep the first" />
              <Radio value="KEEP_LAST" label="Keep the last" />
            </Stack>
          </Radio.Group>
        )}
      </Section>
      <Section title="Which items">
        <ConditionGroup group={group} catalog={catalog} change={setGroup} />
      </Section>
      <Section title={sources.length > 1 ? `What fits of ${dataset.name}` : "What fits"}>
        <Found dataset={dataset} reference={version} where={where} />
      </Section>
      <Section title="New dataset">
        <Making dataset={dataset} wanted={{ sources: sources.map((one) => ({ datasetId: one.dataset.id, version: one.version })), where, conflicts }} />
      </Section>
    </Stack>
  );
}
