import { Button, Group, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { can } from "@/api/can";
import { itemsOf } from "@/api/page";
import type { Application } from "@/api/types";
import { ownApplicationsKey, ownApplicationsQuery } from "@/features/application/api/applications";
import { withdrawApplication } from "@/features/application/api/decide-application";
import { Section } from "@/shared/Screen";
import { sentence } from "@/shared/text/format";
import { useAct } from "@/shared/use-act";
import { ApprovalTags } from "./parts/ApprovalTags";

/** What one has applied for and waits to hear of; nothing where one waits for nothing. */
export function OwnApplications() {
  const applications = useInfiniteQuery(ownApplicationsQuery);
  const open = itemsOf(applications.data).filter(({ state }) => state === "OPEN");
  if (open.length === 0) return null;
  return (
    <Section title="Your applications" lead="You are told when everybody has said yes whom it takes.">
      {open.map((application) => (
        <Waiting key={application.id} application={application} />
      ))}
    </Section>
  );
}

function Waiting({ application }: { application: Application }) {
  const withdraw = useAct(() => withdrawApplication(application.id), { refresh: [ownApplicationsKey], says: "You apply no more." });
  return (
    <Group justify="space-between" gap="xs" py={6}>
      <Text>
        <b>{application.dataset}</b>, as {sentence(application.level).toLowerCase()}
      </Text>
      <Group gap="xs">
        <ApprovalTags application={application} />
        {can(application, "APPLICATION_WITHDRAW") && (
          <Button size="xs" variant="subtle" color="gray" loading={withdraw.isPending} onClick={() => withdraw.mutate()} aria-label={`Withdraw the application for ${application.dataset}`}>
            Withdraw
          </Button>
        )}
      </Group>
    </Group>
  );
}
