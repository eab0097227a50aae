import { useDisclosure } from "@mantine/hooks";
import { IconListDetails, IconUserStar } from "@tabler/icons-react";
import { can } from "@/api/can";
import type { OwnWorkspace } from "@/api/types";
import { RowMenu } from "@/shared/RowMenu";
import { NameOwnerDialog } from "./NameOwnerDialog";
import { ProjectSumsDialog } from "./ProjectSumsDialog";

/** What the office shows and does of a workspace that the organization owns. */
export function OwnWorkspaceActions({ organizationId, workspace }: { organizationId: string; workspace: OwnWorkspace }) {
  const [summing, sums] = useDisclosure();
  const [naming, name] = useDisclosure();
  return (
    <>
      <RowMenu
        label={`Actions for the workspace ${workspace.name}`}
        actions={[
          { label: "Projects and sums", icon: IconListDetails, act: sums.open },
          can(workspace, "WORKSPACE_NAME_OWNER") && { label: "Name a new owner", icon: IconUserStar, act: name.open },
        ]}
      />
      <ProjectSumsDialog organizationId={organizationId} workspace={workspace} opened={summing} close={sums.close} />
      <NameOwnerDialog organizationId={organizationId} workspace={workspace} opened={naming} close={name.close} />
    </>
  );
}
