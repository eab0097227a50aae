import { Button, Group, Modal, Select, Skeleton, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MemberOptions, Named, Workspace } from "@/api/types";
import { addOrganization } from "@/features/member/api/add-organization";
import { additionsKey } from "@/features/member/api/additions";
import { candidateSummaryQuery } from "@/features/member/api/candidate-summary";
import { memberOptionsQuery } from "@/features/member/api/member-options";
import { countTicked, NOBODY, type Ticks } from "@/features/member/ticks";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { EmptyState } from "@/shared/EmptyState";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { plural } from "@/shared/text/format";
import { say, useAct } from "@/shared/use-act";
import { outcome } from "./parts/AdditionsUnderWay";
import { CandidateList } from "./parts/CandidateList";

interface Props {
  workspace: Workspace;
  /** Whose people; to be chosen where none is given. */
  organization?: Named;
  opened: boolean;
  close: () => void;
}

/** Adds all existing people of an organization, after showing whom that is (K-11, M-08). */
export function AddOrganizationDialog({ workspace, organization, opened, close }: Props) {
  const options = useQuery({ ...memberOptionsQuery(workspace.id), enabled: opened });
  const title = organization ? `Add all people of ${organization.name}` : "Add all people of an organization";
  return (
    <Modal opened={opened} onClose={close} title={title} size="lg">
      {options.isError ? (
        <ProblemNotice error={options.error} retry={() => void options.refetch()} />
      ) : options.data ? (
        <Choice workspace={workspace} organization={organization} options={options.data} close={close} />
      ) : (
        <Skeleton height={320} />
      )}
    </Modal>
  );
}

type ChoiceProps = Omit<Props, "opened"> & { options: MemberOptions };

function Choice({ workspace, organization, options, close }: ChoiceProps) {
  const offered = options.organizations.filter(({ everybody }) => everybody);
  const first = organization?.id ?? offered.find(({ own }) => own)?.id ?? offered[0]?.id ?? null;
  const [chosen, setChosen] = useState<string | null>(first);
  if (!chosen || !offered.some(({ id }) => id === chosen)) {
    return <EmptyState title="Their people do not show to you">They have to open themselves to your organization first.</EmptyState>;
  }
  return (
    <Stack>
      {!organization && offered.length > 1 && (
        <Select
          label="Organization"
          data={offered.map(({ id, name, own }) => ({ value: id, label: own ? `${name} (yours)` : name }))}
          allowDeselect={false}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <Preview key={chosen} workspace={workspace} organization={chosen} close={close} />
    </Stack>
  );
}

/** Whom it adds: all but those unticked; people who were removed once are added only when ticked. */
function Preview({ workspace, organization, close }: { workspace: Workspace; organization: string; close: () => void }) {
  const [ticks, setTicks] = useState<Ticks>(NOBODY);
  const summary = useQuery(candidateSummaryQuery(workspace.id, organization));
  const add = useAct(() => addOrganization(workspace.id, { organizationId: organization, except: ticks.except, former: ticks.former }), {
    refresh: [additionsKey(workspace.id), workspaceKey(workspace.id)],
    done: (addition) => {
      if (addition.state !== "RUNNING") say(outcome(addition));
      close();
    },
  });
  if (summary.isError) return <ProblemNotice error={summary.error} retry={() => void summary.refetch()} />;
  if (summary.isPending) return <Skeleton height={280} />;
  const count = countTicked(summary.data, ticks);
  return (
    <>
      <Text size="sm" c="dimmed">
        They become plain members at once; roles are given afterwards. Locked people are left out
        {summary.data.former > 0 ? ", and who was removed once is added only when ticked." : "."}
      </Text>
      <CandidateList workspace={workspace} organization={organization} ticks={ticks} onChange={setTicks} />
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button onClick={() => add.mutate()} loading={add.isPending} disabled={count === 0}>
          {count === 0 ? "Add" : `Add ${plural(count, "person", "people")}`}
        </Button>
      </Group>
    </>
  );
}
