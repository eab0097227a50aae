import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./gate.module.css";
import { Mark } from "@/shared/Mark";

/** The frame of every page outside of the gate: one column, the mark, one thing to do. */
export function GateLayout({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.ground}>
      <header className={classes.head}>
        <Mark />
      </header>
      <main className={classes.column}>
        <div className={classes.sheet}>
          <Title order={1} mb={lead ? "xs" : "lg"}>
            {title}
          </Title>
          {lead && (
            <Text c="dimmed" mb="lg">
              {lead}
            </Text>
          )}
          {children}
        </div>
      </main>
      <footer className={classes.foot}>One house for the data of many organizations.</footer>
    </div>
  );
}
