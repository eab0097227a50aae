import { Button, FileButton, Group, Stack, Text } from "@mantine/core";
import { meKey } from "@/features/session/api/me";
import { putLogo, removeLogo } from "@/features/workspace/api/logo";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { complain, useAct } from "@/shared/use-act";
import { WorkspaceMark } from "@/features/workspace/WorkspaceMark";

const MOST_BYTES = 1 << 20;

/** The workspace's logo: shown, replaced, taken away. */
export function LogoForm() {
  const workspace = useWorkspace();
  const refresh = [workspaceKey(workspace.id), meKey];
  const put = useAct((file: File) => putLogo(workspace.id, file), { says: "The logo is changed.", refresh });
  const remove = useAct(() => removeLogo(workspace.id), { says: "The logo is removed.", refresh });

  function chosen(file: File | null) {
    if (!file) return;
    if (file.size > MOST_BYTES) complain(new Error("A logo has at most 1 MiB."));
    else put.mutate(file);
  }

  return (
    <Group align="center" gap="lg" wrap="nowrap">
      <WorkspaceMark workspace={workspace} size="lg" />
      <Stack gap="xs">
        <Group gap="xs">
          <FileButton accept="image/png,image/jpeg" onChange={chosen}>
            {(props) => (
              <Button variant="default" loading={put.isPending} {...props}>
                {workspace.logo ? "Replace logo" : "Choose a logo"}
              </Button>
            )}
          </FileButton>
          {workspace.logo && (
            <Button variant="subtle" c="var(--k-danger)" loading={remove.isPending} onClick={() => remove.mutate()}>
              Remove
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          PNG or JPEG, at most 1 MiB. It is shrunk to 256 pixels.
        </Text>
      </Stack>
    </Group>
  );
}
