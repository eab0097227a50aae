import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./part.module.css";

/** One of several lists on a page: what it is, what one can do there, the list. */
export function Part({ title, lead, action, children }: { title: string; lead?: ReactNode; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.part}>
      <div className={classes.head}>
        <div>
          <Title order={2}>{title}</Title>
          {lead && (
            <Text c="dimmed" size="sm" mt={4} maw="42rem">
              {lead}
            </Text>
          )}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
}
