import { Alert, Button, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import { problemOf } from "@/api/problem";

/** A part of a page that could not be shown, with the server's reason and a way to try again. */
export function ProblemNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const problem = problemOf(error);
  const sentence = problem.status === 404 ? "This does not exist, or it is not shared with you." : problem.message;
  return (
    <Alert color="red" icon={<IconAlertCircle size={18} />} role="alert" my="sm">
      <Text size="sm">{sentence}</Text>
      {retry && problem.status !== 404 && (
        <Button variant="default" size="xs" mt="sm" onClick={retry}>
          Try again
        </Button>
      )}
    </Alert>
  );
}
