import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Member, Workspace } from "@/api/types";
import { memberRemovalQuery } from "@/features/member/api/member-removal";
import { removeMember } from "@/features/member/api/remove-member";
import { HeirChoice } from "@/features/member/HeirChoice";
import { losses, passesOn } from "@/features/member/losses";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { Consequences, ConfirmDialog } from "@/shared/ConfirmDialog";
import { useAct } from "@/shared/use-act";

interface Props {
  workspace: Workspace;
  member: Member;
  opened: boolean;
  close: () => void;
}

/** Says what removing a member takes, and who takes over what they own (O-02). */
export function RemoveMemberDialog({ workspace, member, opened, close }: Props) {
  const [heir, setHeir] = useState<string | null>(null);
  const removal = useQuery({ ...memberRemovalQuery(workspace.id, member.user.id), enabled: opened });
  const remove = useAct(() => removeMember(workspace.id, member.user.id, heir ?? undefined), {
    refresh: [workspaceKey(workspace.id)],
    says: `${member.user.name} was removed.`,
    done: close,
  });
  const takes = removal.data?.takes ?? [];
  return (
    <ConfirmDialog
      title={`Remove ${member.user.name}?`}
      opened={opened}
      close={close}
      confirm={() => remove.mutate()}
      pending={remove.isPending}
      action="Remove"
      impact={removal}
    >
      <Text>Access ends with their next request, in every session and with every key. Nothing they made is deleted.</Text>
      <Consequences lines={losses(takes)} none="They own nothing here and hold no grants." />
      {passesOn(takes) && (
        <HeirChoice workspace={workspace} leaving={member.user.id} value={heir} onChange={setHeir} />
      )}
    </ConfirmDialog>
  );
}
