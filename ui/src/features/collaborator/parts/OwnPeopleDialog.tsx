import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { can } from "@/api/can";
import { itemsOf } from "@/api/page";
import type { Collaboration, CollaborationMember } from "@/api/types";
import { collaborationMembersQuery } from "@/features/collaborator/api/collaboration-members";
import { More, SkeletonRows } from "@/shared/list/InfiniteList";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { sentence } from "@/shared/text/format";
import { TakeOutDialog } from "./TakeOutDialog";

interface Props {
  organization: string;
  collaboration: Collaboration;
  opened: boolean;
  close: () => void;
}

/** One's own people in a workspace with their roles; each can be taken out. */
export function OwnPeopleDialog({ organization, collaboration: { workspace }, opened, close }: Props) {
  const people = useInfiniteQuery({ ...collaborationMembersQuery(organization, workspace.id), enabled: opened });
  const [leaving, setLeaving] = useState<CollaborationMember | null>(null);
  return (
    <>
      <Modal opened={opened && !leaving} onClose={close} title={`Your people in ${workspace.name}`} size="lg">
        {people.isError ? (
          <ProblemNotice error={people.error} retry={() => void people.refetch()} />
        ) : people.isPending ? (
          <SkeletonRows columns={2} />
        ) : (
          <Stack gap="sm">
            {itemsOf(people.data).map((person) => (
              <Group key={person.id} justify="space-between" wrap="nowrap">
                <div>
                  <Text fw={550}>{person.name}</Text>
                  <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                    {person.email} · {person.owner ? "workspace owner" : person.roles.map(sentence).join(", ") || "Member"}
                  </Text>
                </div>
                {can(person, "MEMBER_REMOVE") && (
                  <Button variant="default" size="xs" onClick={() => setLeaving(person)} aria-label={`Take ${person.name} out`}>
                    Take out
                  </Button>
                )}
              </Group>
            ))}
            <More query={people} />
          </Stack>
        )}
      </Modal>
      <TakeOutDialog organization={organization} workspace={workspace} user={leaving ?? undefined} opened={leaving !== null} close={() => setLeaving(null)} />
    </>
  );
}
