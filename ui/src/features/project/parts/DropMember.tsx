import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { can } from "@/api/can";
import type { ProjectMember } from "@/api/types";
import { dropImpactQuery } from "@/features/project/api/drop-impact";
import { dropMember } from "@/features/project/api/drop-member";
import { projectKey } from "@/features/project/api/project";
import { useProject } from "@/features/project/use-project";
import { ConfirmDialog } from "@/shared/ConfirmDialog";
import { useAct } from "@/shared/use-act";
import { DropTakes } from "./DropTakes";

/** Takes somebody off the project, having said what ends with it (K-08). */
export function DropMember({ member }: { member: ProjectMember }) {
  const project = useProject();
  const id = member.user.id ?? "";
  const [heir, setHeir] = useState<string | null>(null);
  const [opened, { open, close }] = useDisclosure();
  const impact = useQuery({ ...dropImpactQuery(project.id, [id]), enabled: opened });
  const drop = useAct(() => dropMember(project.id, id, heir ?? undefined), {
    refresh: [projectKey(project.id)],
    says: `${member.user.name} is off the project.`,
    done: close,
  });
  if (!can(member, "PROJECT_MEMBER_REMOVE")) return null;
  return (
    <>
      <Button variant="subtle" color="gray" size="xs" onClick={open}>
        Take off
      </Button>
      <ConfirmDialog
        title={`Take ${member.user.name} off ${project.name}?`}
        opened={opened}
        close={close}
        confirm={() => drop.mutate()}
        pending={drop.isPending}
        action="Take off the project"
        impact={impact}
      >
        <DropTakes project={project} takes={impact.data?.takes ?? []} leaving={[id]} heir={heir} setHeir={setHeir} />
      </ConfirmDialog>
    </>
  );
}
