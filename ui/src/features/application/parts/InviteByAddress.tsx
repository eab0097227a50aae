import { Button, Group, Stack, Textarea } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import type { AddressList, DatasetLevel } from "@/api/types";
import { invite } from "@/features/application/api/invite";
import { givable } from "@/features/application/levels";
import { datasetKey } from "@/features/dataset/api/dataset";
import { readAddressesQuery } from "@/features/member/api/read-addresses";
import { Understood } from "@/features/member/Understood";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { plural } from "@/shared/text/format";
import { refreshAll } from "@/shared/use-act";
import { AsksNote } from "./AsksNote";
import type { InviteProps } from "./InviteDialog";
import { LevelSelect } from "./LevelSelect";

const NOTHING: AddressList = { addresses: [], unreadable: [] };
const MOST = 200;

/** Invites a pasted list of addresses. */
export function InviteByAddress({ dataset, close, done }: InviteProps) {
  const queryClient = useQueryClient();
  const form = useForm({ initialValues: { emails: "", level: "VIEWER" as DatasetLevel } });
  const [pasted] = useDebouncedValue(form.values.emails, 250);
  const understood = useQuery({ ...readAddressesQuery(dataset.workspaceId, pasted), placeholderData: keepPreviousData });
  const list = pasted.trim() === "" ? NOTHING : (understood.data ?? NOTHING);
  const count = list.addresses.length;
  const current = pasted === form.values.emails && !understood.isFetching;
  const submit = useSubmit(
    form,
    ({ level }) => invite(dataset.id, { emails: list.addresses.map(({ email }) => email), level }),
    async ({ outcomes }) => {
      done({ outcomes, names: {} });
      await refreshAll(queryClient, [datasetKey(dataset.id)]);
    },
  );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <Textarea
          label="E-mail addresses"
          description="One or many; paste a list as it is, separated by commas, spaces or lines."
          autosize
          minRows={3}
          maxRows={8}
          {...form.getInputProps("emails")}
          error={count > MOST ? `At most ${MOST} at once.` : form.errors.emails}
        />
        <Understood {...list} />
        <LevelSelect levels={givable(dataset.level)} {...form.getInputProps("level")} />
        <AsksNote dataset={dataset} outsiders />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending} disabled={count === 0 || count > MOST || !current}>
            {count === 0 ? "Invite" : `Invite ${plural(count, "address", "addresses")}`}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
