import { Group, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { AnchorLink } from "@/shared/links";
import { SpanChoice } from "./SpanChoice";

interface Props {
  title: string;
  tags?: ReactNode;
  length: string;
  setLength: (days: string) => void;
  children: ReactNode;
}

/** Around the charts of one thing of the workspace, with the way back to all of them. */
export function History({ title, tags, length, setLength, children }: Props) {
  const workspace = useWorkspace();
  return (
    <Stack gap="lg">
      <div>
        <AnchorLink size="sm" to="/workspaces/$workspaceId/manage/statistics" params={{ workspaceId: workspace.id }}>
          All statistics
        </AnchorLink>
        <Group justify="space-between" mt={4}>
          <Group gap="xs">
            <Title order={2}>{title}</Title>
            {tags}
          </Group>
          <SpanChoice value={length} onChange={setLength} />
        </Group>
      </div>
      {children}
    </Stack>
  );
}
