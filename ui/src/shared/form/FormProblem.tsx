import { Alert, Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import type { Problem } from "@/api/problem";

/** What the server refused and no single field is to blame for. */
export function FormProblem({ problem }: { problem: Problem | null }) {
  if (!problem) return null;
  return (
    <Alert color="red" icon={<IconAlertCircle size={18} />} role="alert">
      <Text size="sm">{problem.message}</Text>
      {problem.retryAfter && <Text size="sm">Try again in {waiting(problem.retryAfter)}.</Text>}
    </Alert>
  );
}

function waiting(seconds: number): string {
  return seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
