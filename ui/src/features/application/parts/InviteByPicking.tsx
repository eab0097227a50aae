import { Button, Group, MultiSelect, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { DatasetLevel } from "@/api/types";
import { invite, inviteesQuery } from "@/features/application/api/invite";
import { givable } from "@/features/application/levels";
import { datasetKey } from "@/features/dataset/api/dataset";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll } from "@/shared/use-act";
import { AsksNote } from "./AsksNote";
import type { InviteProps } from "./InviteDialog";
import { LevelSelect } from "./LevelSelect";

/** Picks members of the workspace. */
export function InviteByPicking({ dataset, close, done }: InviteProps) {
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState("");
  const [looked] = useDebouncedValue(typed, 200);
  const invitees = useQuery(inviteesQuery(dataset.id, looked));
  // Who was picked stays in the list, whatever is looked for next.
  const names = useRef<Record<string, string>>({});
  const form = useForm({ initialValues: { users: [] as string[], level: "VIEWER" as DatasetLevel } });
  const submit = useSubmit(
    form,
    (values) => invite(dataset.id, values),
    async ({ outcomes }) => {
      done({ outcomes, names: names.current });
      await refreshAll(queryClient, [datasetKey(dataset.id)]);
    },
  );
  for (const { id, name, organization } of invitees.data?.items ?? []) {
    if (id) names.current[id] = organization ? `${name} · ${organization.name}` : name;
  }
  const found = (invitees.data?.items ?? []).flatMap(({ id }) => (id ? [id] : []));
  const shown = [...new Set([...form.values.users, ...found])];
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <MultiSelect
          label="Members of the workspace"
          placeholder="Search by name"
          data-autofocus
          searchable
          searchValue={typed}
          onSearchChange={setTyped}
          data={shown.map((id) => ({ value: id, label: names.current[id] ?? id }))}
          filter={({ options }) => options}
          nothingFoundMessage={invitees.isPending ? "Looking …" : "Nobody else can be picked"}
          {...form.getInputProps("users")}
        />
        <LevelSelect levels={givable(dataset.level)} {...form.getInputProps("level")} />
        <AsksNote dataset={dataset} />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending} disabled={form.values.users.length === 0}>
            Invite
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
