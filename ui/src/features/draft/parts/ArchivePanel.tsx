import { Button, Progress as Bar, Text } from "@mantine/core";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { formatBytes, formatCount, plural } from "@/shared/text/format";
import type { useArchive } from "../use-archive";
import classes from "./draft.module.css";

/** An archive that is being unpacked, and what became of its files. */
export function ArchivePanel({ archive }: { archive: ReturnType<typeof useArchive> }) {
  const { data, variables, sent, isPending, isError, error, cancelled, cancel } = archive;
  if (isError && !cancelled) return <ProblemNotice error={error} />;
  if (!variables) return null;
  const { name, size } = variables.file;
  if (cancelled) {
    return (
      <section className={classes.panel} aria-label="Archive" aria-live="polite">
        <Text fw={550}>{name} was cancelled</Text>
        <Text size="sm" c="dimmed">
          Nothing of it is in the draft.
        </Text>
      </section>
    );
  }
  return (
    <section className={classes.panel} aria-label="Archive">
      <div className={classes.panelHead}>
      <div aria-live="polite">
        <Text fw={550}>{isPending ? (sent < size ? `Sending ${name}` : `Unpacking ${name}`) : data?.stopped ? `${name} was not unpacked to its end` : `${name} is unpacked`}</Text>
        <Text size="sm" c="dimmed">
          {data
            ? `${plural(data.staged, "file")} put into the draft${data.unchanged > 0 ? ` · ${formatCount(data.unchanged)} unchanged` : ""}${data.refused > 0 ? ` · ${formatCount(data.refused)} refused` : ""}`
            : `${formatBytes(sent)} of ${formatBytes(size)}`}
        </Text>
      </div>
      {isPending && sent < size && (
        <Button variant="subtle" color="gray" size="xs" onClick={cancel}>
          Cancel
        </Button>
      )}
      </div>
      {isPending && <Bar mt="sm" size="sm" value={size > 0 ? (sent / size) * 100 : 0} aria-label="Sent" />}
      {data?.stopped && (
        <Text size="sm" mt="xs" c="var(--k-danger)" role="alert">
          {data.stopped.detail} What came before it is in the draft.
        </Text>
      )}
      {data && data.outcomes.length > 0 && (
        <ul className={classes.refused}>
          {data.outcomes.map(({ path, detail }, index) => (
            <li key={`${index} ${path}`}>
              <span className={classes.path}>{path}</span>
              <Text component="span" size="sm" c="var(--k-danger)">
                {detail}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
