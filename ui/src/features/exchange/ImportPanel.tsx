import { Button, Group, Progress, Text } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Dataset, LabelImport } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { cancelImport, importsKey, lastImportQuery } from "@/features/exchange/api/imports";
import { formatName } from "@/features/exchange/formats";
import type { useImport } from "@/features/exchange/use-import";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatBytes, formatCount, plural } from "@/shared/text/format";
import { refreshAll, useAct } from "@/shared/use-act";
import classes from "./parts/import.module.css";

interface Props {
  dataset: Dataset;
  number: number;
  sending: ReturnType<typeof useImport>;
}

/** The import begun last: on its way, what became of it, what was wrong with the file. */
export function ImportPanel({ dataset, number, sending }: Props) {
  const queryClient = useQueryClient();
  const last = useQuery(lastImportQuery(dataset.id, number)).data;
  const state = last?.state;
  useEffect(() => {
    if (state === "DONE") void refreshAll(queryClient, [datasetKey(dataset.id)]);
  }, [state, queryClient, dataset.id]);
  const cancel = useAct((id: string) => cancelImport(dataset.id, number, id), { refresh: [importsKey(dataset.id, number)] });
  const { variables, sent, isPending, error } = sending;
  if (isPending && variables) {
    const { name, size } = variables.file;
    return (
      <section className={classes.panel} aria-label="Import">
        <Text fw={550}>{sent < size ? `Sending ${name}` : `Reading ${name}`}</Text>
        <Text size="sm" c="dimmed">{`${formatBytes(Math.min(sent, size))} of ${formatBytes(size)}`}</Text>
        <Progress mt="sm" size="sm" value={size > 0 ? (sent / size) * 100 : 0} aria-label="Sent" />
      </section>
    );
  }
  if (error) return <ProblemNotice error={error} />;
  if (!last) return null;
  const undeclared = last.reason === "label-type-not-in-catalog" && variables != null;
  return (
    <section className={classes.panel} aria-label="Import">
      <Group justify="space-between" align="flex-start">
        <div aria-live="polite">
          <Text fw={550}>{headline(last)}</Text>
          <Text size="sm" c="dimmed">
            {figures(last)}
          </Text>
        </div>
        {last.can.includes("IMPORT_CANCEL") && (
          <Button variant="default" size="compact-sm" loading={cancel.isPending} onClick={() => cancel.mutate(last.id)}>
            Stop
          </Button>
        )}
        {undeclared && (
          <Button size="compact-sm" onClick={() => sending.mutate({ ...variables, declare: true })}>
            Declare what the file uses
          </Button>
        )}
      </Group>
      {last.state === "RUNNING" && <Progress mt="sm" size="sm" value={last.total > 0 ? (last.handled / last.total) * 100 : 0} aria-label="Read" />}
      {last.detail && (
        <Text size="sm" mt="xs" c="var(--k-danger)" role="alert">
          {last.detail}
        </Text>
      )}
      {last.unknown.length > 0 && (
        <Text size="sm" mt="xs">
          Not declared in the catalog, and taken all the same: {last.unknown.join(", ")}
        </Text>
      )}
      <Problems of={last} />
    </section>
  );
}

function Problems({ of: { problems, counts } }: { of: LabelImport }) {
  if (problems.length === 0) return null;
  return (
    <>
      <Text size="sm" mt="sm" fw={550}>
        {plural(counts.problems, "thing")} did not come along{counts.problems > problems.length && `; the first ${formatCount(problems.length)} are`}
      </Text>
      <ul className={classes.problems}>
        {problems.map(({ place, detail }, index) => (
          <li key={`${index} ${place}`}>
            <span className={classes.place}>{place}</span>
            <Text component="span" size="sm" c="var(--k-danger)">
              {detail}
            </Text>
          </li>
        ))}
      </ul>
    </>
  );
}

function headline({ state, phase, format }: LabelImport): string {
  const name = formatName(format);
  switch (state) {
    case "RUNNING":
      return phase === "READING" ? `Reading ${name}` : phase === "FILES" ? `Putting files of ${name} into the draft` : `Putting labels of ${name} to their items`;
    case "DONE":
      return `${name} is imported`;
    case "CANCELLED":
      return `The import of ${name} was stopped; what it did until then is in the draft`;
    case "STOPPED":
      return phase === "READING" ? `${name} was not imported` : `The import of ${name} ended early; what it did until then is in the draft`;
  }
}

function figures({ counts: { items, unchanged, files } }: LabelImport): string {
  const said = [`${plural(items, "item")} labelled`];
  if (files > 0) said.push(`${plural(files, "file")} put into the draft`);
  if (unchanged > 0) said.push(`${formatCount(unchanged)} unchanged`);
  return said.join(" · ");
}
