import { Button, Group, Modal, Skeleton, Stack, TextInput } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { ProblemNotice } from "@/shared/ProblemNotice";

interface Props {
  title: string;
  opened: boolean;
  close: () => void;
  confirm: () => void;
  pending: boolean;
  action: string;
  /** A name that has to be typed first, for what cannot be undone. */
  typed?: string;
  /** It was found that it cannot be done; the children say why. */
  barred?: boolean;
  /** The consequences are asked from the server; until they are known, nothing can be confirmed. */
  impact?: Pick<UseQueryResult, "isPending" | "isError" | "error" | "refetch">;
  children: ReactNode;
}

/** States the consequences before the click. */
export function ConfirmDialog({ title, opened, close, confirm, pending, action, typed, barred, impact, children }: Props) {
  const [text, setText] = useState("");
  const ready = !barred && !impact?.isPending && !impact?.isError && (!typed || text === typed);
  return (
    <Modal opened={opened} onClose={close} title={title} onExitTransitionEnd={() => setText("")}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) confirm();
        }}
      >
        <Stack>
          {impact?.isPending ? <SkeletonLines /> : impact?.isError ? <ProblemNotice error={impact.error} retry={() => void impact.refetch()} /> : children}
          {typed && (
            <TextInput
              label={
                <>
                  Type <b>{typed}</b> to confirm
                </>
              }
              autoComplete="off"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" color="red.7" loading={pending} disabled={!ready}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function SkeletonLines() {
  return (
    <Stack gap="xs" aria-busy="true">
      <Skeleton height={14} width="85%" />
      <Skeleton height={14} width="60%" />
      <Skeleton height={14} width="70%" />
    </Stack>
  );
}

/** What an action takes with it, one line each; lines that count nothing are left out. */
export function Consequences({ lines, none }: { lines: (string | false | null | undefined)[]; none: string }) {
  const said = lines.filter((line): line is string => Boolean(line));
  if (said.length === 0) return <p style={{ margin: 0 }}>{none}</p>;
  return (
    <ul style={{ margin: 0, paddingLeft: "1.1rem", lineHeight: 1.7 }}>
      {said.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
