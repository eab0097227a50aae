import { Modal } from "@mantine/core";
import type { Member, Workspace } from "@/api/types";
import { RolesForm } from "./RolesForm";

interface Props {
  workspace: Workspace;
  member: Member;
  opened: boolean;
  close: () => void;
}

/** Roles by selecting and deselecting, in a dialog (M-11). */
export function EditRolesDialog({ workspace, member, opened, close }: Props) {
  return (
    <Modal opened={opened} onClose={close} title={`Roles of ${member.user.name}`}>
      {opened && <RolesForm workspace={workspace} member={member} close={close} />}
    </Modal>
  );
}
