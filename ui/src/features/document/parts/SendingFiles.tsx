import { Button, Group, Progress, Text } from "@mantine/core";
import type { Sending } from "@/features/document/use-send-files";
import { formatBytes } from "@/shared/text/format";
import classes from "./document.module.css";

interface Props {
  sending: Sending[];
  send: (files: File[], replacing?: string) => void;
  drop: (id: number) => void;
}

/** Files on their way, and those that did not arrive: with the reason, and what can be done about it. */
export function SendingFiles({ sending, send, drop }: Props) {
  if (sending.length === 0) return null;
  return (
    <ul className={classes.sending} aria-label="Uploads">
      {sending.map(({ id, file, replacing, sent, problem }) => {
        const again = (over?: string) => {
          drop(id);
          send([file], over);
        };
        return (
          <li key={id}>
            <div className={classes.line}>
              <Text>{file.name}</Text>
              {problem ? (
                <Group gap="xs">
                  {problem.code === "document-name-taken" ? (
                    <Button size="xs" variant="default" onClick={() => again(file.name)}>
                      Replace it
                    </Button>
                  ) : (
                    <Button size="xs" variant="default" onClick={() => again(replacing)}>
                      Try again
                    </Button>
                  )}
                  <Button size="xs" variant="subtle" color="gray" onClick={() => drop(id)}>
                    Leave out
                  </Button>
                </Group>
              ) : (
                <Text size="sm" c="dimmed">
                  {formatBytes(sent)} of {formatBytes(file.size)}
                </Text>
              )}
            </div>
            {problem ? (
              <Text size="sm" c="var(--k-danger)" role="alert">
                {problem.message}
              </Text>
            ) : (
              <Progress mt={6} size="sm" value={file.size === 0 ? 100 : (100 * Math.min(sent, file.size)) / file.size} aria-label={`Upload of ${file.name}`} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
