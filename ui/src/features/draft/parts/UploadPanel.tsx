import { Button, Group, Progress as Bar, Text } from "@mantine/core";
import { formatBytes, formatCount, plural } from "@/shared/text/format";
import type { Progress, UploadQueue } from "../upload/upload-queue";
import classes from "./draft.module.css";
import { RetryIn } from "./RetryIn";

/** How far an upload is, with pause, resume and retry; afterwards what became of the files. */
export function UploadPanel({ queue, progress }: { queue: UploadQueue; progress: Progress }) {
  if (progress.files === 0) return null;
  const { phase, files, staged, unchanged, refused, bytes, sentBytes } = progress;
  const settled = staged + unchanged + refused.length;
  return (
    <section className={classes.panel} aria-label="Upload">
      <div className={classes.panelHead}>
        <div aria-live="polite">
          <Text fw={550}>{heading(progress)}</Text>
          <Text size="sm" c="dimmed">
            {formatCount(settled)} of {plural(files, "file")} · {formatBytes(sentBytes)} of {formatBytes(bytes)}
            {unchanged > 0 && ` · ${formatCount(unchanged)} unchanged`}
          </Text>
        </div>
        <Group gap="xs">
          {phase === "running" && (
            <Button variant="default" size="xs" onClick={() => queue.pause()}>
              Pause
            </Button>
          )}
          {(phase === "paused" || phase === "stopped") && (
            <Button size="xs" onClick={() => queue.resume()}>
              Resume
            </Button>
          )}
          {phase === "broken" && (
            <Button size="xs" onClick={() => queue.resume()}>
              Try now
            </Button>
          )}
          {phase !== "finished" && (
            <Button variant="subtle" color="gray" size="xs" onClick={() => queue.cancel()}>
              Stop
            </Button>
          )}
        </Group>
      </div>
      {phase !== "finished" && (
        <Bar
          mt="sm"
          size="sm"
          value={bytes > 0 ? (sentBytes / bytes) * 100 : 0}
          color={phase === "running" ? "harbour" : "yellow"}
          aria-label="Sent"
        />
      )}
      {phase === "broken" && progress.retryAt !== null && (
        <Text size="sm" mt="xs" c="var(--k-warn)">
          {progress.problem?.message} <RetryIn at={progress.retryAt} />
        </Text>
      )}
      {phase === "stopped" && (
        <Text size="sm" mt="xs" c="var(--k-danger)" role="alert">
          {progress.problem?.message}
        </Text>
      )}
      {refused.length > 0 && (
        <ul className={classes.refused}>
          {refused.map(({ path, reason }) => (
            <li key={path}>
              <span className={classes.path}>{path}</span>
              <Text component="span" size="sm" c="var(--k-danger)">
                {reason}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function heading({ phase, refused, files, staged, unchanged }: Progress): string {
  if (phase === "running") return "Uploading";
  if (phase === "paused") return "Paused";
  if (phase === "broken") return "The connection is broken";
  if (phase === "stopped") return "The upload has stopped";
  if (refused.length > 0) return `${plural(refused.length, "file was", "files were")} refused`;
  return staged + unchanged < files ? "Stopped; what was sent stays in the draft" : "Everything is in the draft";
}
