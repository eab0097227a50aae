import { useDisclosure } from "@mantine/hooks";
import { IconDoorExit, IconUserMinus } from "@tabler/icons-react";
import { can } from "@/api/can";
import type { Collaboration } from "@/api/types";
import { RowMenu } from "@/shared/RowMenu";
import { OwnPeopleDialog } from "./OwnPeopleDialog";
import { TakeOutDialog } from "./TakeOutDialog";

/** What an organization's administrator may do with its place in a workspace: take out one user, or all of it. */
export function CollaborationActions({ organization, collaboration }: { organization: string; collaboration: Collaboration }) {
  const [choosing, people] = useDisclosure();
  const [ending, end] = useDisclosure();
  const { workspace, members } = collaboration;
  return (
    <>
      <RowMenu
        label={`Actions for ${workspace.name}`}
        actions={[
          members > 0 && { label: "Your people there", icon: IconUserMinus, act: people.open },
          can(collaboration, "COLLABORATION_END") && { label: "Take everybody out", icon: IconDoorExit, danger: true, act: end.open },
        ]}
      />
      <OwnPeopleDialog organization={organization} collaboration={collaboration} opened={choosing} close={people.close} />
      <TakeOutDialog organization={organization} workspace={workspace} opened={ending} close={end.close} />
    </>
  );
}
