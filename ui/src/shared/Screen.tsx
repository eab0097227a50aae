import { Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./screen.module.css";

interface Props {
  /** Where the page belongs, as links. */
  above?: ReactNode;
  title: ReactNode;
  /** Short words beside the title. */
  tags?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  tabs?: ReactNode;
  children: ReactNode;
}

/** The frame of every page: where it belongs, what it is, what one can do, its tabs, its contents. */
export function Screen({ above, title, tags, lead, actions, tabs, children }: Props) {
  return (
    <div className={classes.screen}>
      <header className={classes.head} data-tabs={tabs ? true : undefined}>
        {above && <div className={classes.above}>{above}</div>}
        <div className={classes.line}>
          <div className={classes.name}>
            <Title order={1} className={classes.title}>
              {title}
            </Title>
            {tags}
          </div>
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
        {lead && (
          <Text c="dimmed" mt={4} maw="46rem">
            {lead}
          </Text>
        )}
      </header>
      {tabs}
      {children}
    </div>
  );
}

/** One titled part of a page. */
export function Section({ id, title, lead, children }: { id?: string; title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section} id={id}>
      <div className={classes.sectionHead}>
        <Title order={2}>{title}</Title>
        {lead && (
          <Text c="dimmed" size="sm" mt={4}>
            {lead}
          </Text>
        )}
      </div>
      <div>{children}</div>
    </section>
  );
}
