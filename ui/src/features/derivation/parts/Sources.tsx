import { ActionIcon, Select, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { can } from "@/api/can";
import { itemsOf } from "@/api/page";
import type { Dataset } from "@/api/types";
import { workspaceDatasetsQuery } from "@/features/dataset/api/workspace-datasets";
import { RefSelect } from "@/features/version/RefSelect";
import classes from "./condition.module.css";

export interface Source {
  dataset: Dataset;
  version: string;
}

/** The versions that items come from; the first is that of the dataset one looks at. */
export function Sources({ sources, change }: { sources: Source[]; change: (sources: Source[]) => void }) {
  const [first] = sources;
  return (
    <>
      {sources.map(({ dataset, version }, index) => (
        <div key={dataset.id} className={classes.source}>
          <RefSelect
            dataset={dataset}
            label={dataset.name}
            value={version}
            choose={(ref) => change(sources.map((source, at) => (at === index ? { ...source, version: ref } : source)))}
          />
          {index > 0 && (
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Leave out ${dataset.name}`} onClick={() => change(sources.filter((_, at) => at !== index))}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      {first?.dataset.project && <Another workspace={first.dataset.workspaceId} sources={sources} add={(dataset) => change([...sources, { dataset, version: "main" }])} />}
    </>
  );
}

function Another({ workspace, sources, add }: { workspace: string; sources: Source[]; add: (dataset: Dataset) => void }) {
  const [typed, setTyped] = useState("");
  const [q] = useDebouncedValue(typed.trim() || undefined, 250);
  const datasets = itemsOf(useInfiniteQuery(workspaceDatasetsQuery(workspace, { q })).data);
  const offered = datasets.filter((one) => can(one, "DATASET_USE") && one.latest != null && !sources.some(({ dataset }) => dataset.id === one.id));
  return (
    <>
      <Select
        aria-label="Merge with another dataset"
        placeholder="Merge with another dataset …"
        w={260}
        maw="100%"
        searchable
        nothingFoundMessage="No dataset that you may use"
        data={offered.map(({ id, name }) => ({ value: id, label: name }))}
        // the server has searched
        filter={({ options }) => options}
        value={null}
        searchValue={typed}
        onSearchChange={setTyped}
        onChange={(id) => {
          const chosen = offered.find((one) => one.id === id);
          if (chosen) add(chosen);
          setTyped("");
        }}
      />
      {sources.length > 1 && (
        <Text size="sm" c="dimmed" mt="xs">
          They are taken in this order.
        </Text>
      )}
    </>
  );
}
