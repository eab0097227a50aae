import { Button, Group, Text, Title } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { problemOf } from "@/api/problem";
import classes from "./full-page.module.css";
import { AnchorLink } from "@/shared/links";

/** Says that an address leads nowhere, in the same words for "not there" and "not for you" (O-03). */
export function NotFound() {
  return (
    <div className={classes.page}>
      <Title order={1}>Nothing here</Title>
      <Text c="dimmed" maw={460}>
        This does not exist, or it is not shared with you. If you followed a link, ask the person who sent it for access.
      </Text>
      <AnchorLink to="/">Go to the start</AnchorLink>
    </div>
  );
}

/** Stands in for a page that could not be shown. */
export function PageProblem({ error, reset }: { error: unknown; reset?: () => void }) {
  const router = useRouter();
  const problem = problemOf(error);
  if (problem.status === 404) return <NotFound />;
  return (
    <div className={classes.page} role="alert">
      <Title order={1}>{problem.status === 0 ? "No connection" : problem.status === 403 ? "Not allowed" : "This did not work"}</Title>
      <Text c="dimmed" maw={460}>
        {problem.message}
      </Text>
      {problem.document.requestId && (
        <Text size="xs" c="dimmed" ff="monospace">
          Request {problem.document.requestId}
        </Text>
      )}
      <Group>
        <Button
          variant="default"
          onClick={() => {
            reset?.();
            void router.invalidate();
          }}
        >
          Try again
        </Button>
      </Group>
    </div>
  );
}
