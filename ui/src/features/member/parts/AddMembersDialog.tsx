import { Button, Group, Modal, Progress, Select, Skeleton, Stack, Text, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { AddressList, MemberOptions, MemberOutcome, Role } from "@/api/types";
import { addAll, MOST } from "@/features/member/add-all";
import { addMembers } from "@/features/member/api/add-members";
import { memberOptionsQuery } from "@/features/member/api/member-options";
import { readAddressesQuery } from "@/features/member/api/read-addresses";
import { RoleChoice } from "@/features/member/RoleChoice";
import { workspaceKey } from "@/features/workspace/api/workspace";
import { useWorkspace } from "@/features/workspace/use-workspace";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { plural } from "@/shared/text/format";
import { refreshAll } from "@/shared/use-act";
import { Outcomes } from "./Outcomes";
import { Understood } from "@/features/member/Understood";

const NOTHING: AddressList = { addresses: [], unreadable: [] };

/** Adds people by a pasted list of addresses, then shows what became of each (M-07). */
export function AddMembersDialog({ opened, close }: { opened: boolean; close: () => void }) {
  const workspace = useWorkspace();
  const [outcomes, setOutcomes] = useState<MemberOutcome[] | null>(null);
  const options = useQuery({ ...memberOptionsQuery(workspace.id), enabled: opened });
  return (
    <Modal
      opened={opened}
      onClose={close}
      onExitTransitionEnd={() => setOutcomes(null)}
      size="lg"
      title={outcomes ? "What became of each address" : `Add members to ${workspace.name}`}
    >
      {outcomes ? (
        <Outcomes outcomes={outcomes} close={close} again={() => setOutcomes(null)} />
      ) : options.isError ? (
        <ProblemNotice error={options.error} retry={() => void options.refetch()} />
      ) : options.data ? (
        <AddForm options={options.data} done={setOutcomes} close={close} />
      ) : (
        <Skeleton height={320} />
      )}
    </Modal>
  );
}

interface FormProps {
  options: MemberOptions;
  done: (outcomes: MemberOutcome[]) => void;
  close: () => void;
}

function AddForm({ options, done, close }: FormProps) {
  const workspace = useWorkspace();
  const queryClient = useQueryClient();
  const own = options.organizations.find((organization) => organization.own);
  const form = useForm({
    initialValues: { emails: "", roles: [] as Role[], organizationId: own?.id ?? options.organizations[0]?.id ?? "" },
  });
  const [sent, setSent] = useState(0);
  const submit = useSubmit(
    form,
    ({ emails, roles, organizationId }) =>
      queryClient
        .fetchQuery(readAddressesQuery(workspace.id, emails))
        .then(({ addresses }) => addresses.map(({ email }) => email))
        .then((all) => addAll({ emails: all, roles, organizationId: organizationId || undefined }, (some) => addMembers(workspace.id, some), setSent)),
    async (outcomes) => {
      done(outcomes);
      await refreshAll(queryClient, [workspaceKey(workspace.id)]);
    },
  );
  const [pasted] = useDebouncedValue(form.values.emails, 250);
  const understood = useQuery({ ...readAddressesQuery(workspace.id, pasted), placeholderData: keepPreviousData });
  const list = pasted.trim() === "" ? NOTHING : (understood.data ?? NOTHING);
  const count = list.addresses.length;
  const current = pasted === form.values.emails && !understood.isFetching;
  const organization = options.organizations.find(({ id }) => id === form.values.organizationId);
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <Textarea
          label="E-mail addresses"
          description="One or many; paste a list as it is, separated by commas, spaces or lines."
          autosize
          minRows={4}
          maxRows={10}
          data-autofocus
          {...form.getInputProps("emails")}
        />
        {understood.isError && <ProblemNotice error={understood.error} retry={() => void understood.refetch()} />}
        <Understood {...list} />
        {options.organizations.length > 1 && (
          <Select
            label="Their organization"
            description="All addresses of one list belong to the same organization."
            data={options.organizations.map(({ id, name, own: mine }) => ({ value: id, label: mine ? `${name} (yours)` : name }))}
            allowDeselect={false}
            {...form.getInputProps("organizationId")}
            onChange={(id) => form.setValues({ organizationId: id ?? "", roles: [] })}
          />
        )}
        <RoleChoice
          roles={organization?.roles ?? options.roles}
          value={form.values.roles}
          onChange={(roles) => form.setFieldValue("roles", roles)}
          error={form.errors.roles as string | undefined}
        />
        <Text size="sm" c="dimmed">
          Known people become members at once. Everybody else gets an invitation with a link that you can copy.
        </Text>
        {submit.pending && count > MOST && <Progress value={(100 * sent) / count} aria-label="Adding people" />}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending} disabled={count === 0 || !current}>
            {count === 0 ? "Add" : `Add ${plural(count, "person", "people")}`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
