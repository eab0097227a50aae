import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Tag, type Tone } from "@/shared/Tag";
import classes from "./outcome-list.module.css";

/** What became of one of many things that were asked for at once. */
export interface Outcome {
  key: string;
  what: string;
  says: readonly [string, Tone];
  detail?: string | null;
  more?: ReactNode;
}

/** One line for each, with a tag that says what became of it, and the reason below. */
export function OutcomeList({ outcomes }: { outcomes: Outcome[] }) {
  return (
    <ul className={classes.list}>
      {outcomes.map(({ key, what, says: [text, tone], detail, more }) => (
        <li key={key}>
          <div className={classes.line}>
            <Text style={{ overflowWrap: "anywhere" }}>{what}</Text>
            <Tag tone={tone}>{text}</Tag>
          </div>
          {detail && (
            <Text size="sm" c="dimmed">
              {detail}
            </Text>
          )}
          {more}
        </li>
      ))}
    </ul>
  );
}
