import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { meKey } from "@/features/session/api/me";
import { switchToEnterprise } from "@/features/plan/api/switch-plan";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { useAct } from "@/shared/use-act";

const CONSEQUENCE: Record<string, string> = {
  TRIAL: "The trial ends at once, and everything stays as it is.",
  DEACTIVATED: "Everything that is here is kept and can be worked on again at once. Nothing is purged.",
  DELETION_SCHEDULED: "The workspace is not deleted: everything that is here is kept and can be worked on again at once.",
  PURGED: "The workspace takes projects again. What was purged does not come back.",
};

/** the owner switches to the Enterprise plan, whatever became of the workspace. */
export function SwitchPlan() {
  const workspace = useWorkspace();
  const [opened, { open, close }] = useDisclosure();
  const act = useAct(() => switchToEnterprise(workspace.id), {
    says: `${workspace.name} is on the Enterprise plan.`,
    refresh: [workspaceKey(workspace.id), meKey],
    done: close,
  });
  return (
    <>
      <Button onClick={open}>Switch to Enterprise</Button>
      <Modal opened={opened} onClose={close} title="Switch to the Enterprise plan?">
        <Stack>
          <Text>{CONSEQUENCE[workspace.state]}</Text>
          <Text>There is no way back to a trial: the plan lasts until the workspace is deleted.</Text>
          <Group justify="flex-end" mt="xs">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button onClick={() => act.mutate()} loading={act.isPending}>
              Switch
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
