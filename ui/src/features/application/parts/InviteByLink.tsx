import { Button, Group, Select, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { can } from "@/api/can";
import type { DatasetLevel } from "@/api/types";
import { makeLink } from "@/features/application/api/links";
import { givable } from "@/features/application/levels";
import { datasetKey } from "@/features/dataset/api/dataset";
import { absolute, CopyField } from "@/shared/CopyField";
import { FormProblem } from "@/shared/form/FormProblem";
import { useSubmit } from "@/shared/form/use-submit";
import { refreshAll } from "@/shared/use-act";
import type { InviteProps } from "./InviteDialog";
import { LevelSelect } from "./LevelSelect";

const LIVES = [
  { value: "1", label: "1 hour" },
  { value: "24", label: "1 day" },
  { value: "168", label: "7 days" },
  { value: "720", label: "30 days" },
];

/** Makes a link for whoever has it, and shows it once. */
export function InviteByLink({ dataset, close }: InviteProps) {
  const queryClient = useQueryClient();
  const [link, setLink] = useState<string | null>(null);
  const form = useForm({ initialValues: { level: "VIEWER" as DatasetLevel, hours: "24" } });
  const submit = useSubmit(
    form,
    ({ level, hours }) => makeLink(dataset.id, { level, hours: Number(hours) }),
    async (made) => {
      setLink(absolute(made.link));
      await refreshAll(queryClient, [[...datasetKey(dataset.id), "links"]]);
    },
  );
  if (link)
    return (
      <Stack>
        <CopyField label="The link" description="Copy it now: it is not shown again." value={link} />
        <Group justify="flex-end">
          <Button onClick={close}>Done</Button>
        </Group>
      </Stack>
    );
  return (
    <form onSubmit={submit.onSubmit}>
      <Stack>
        <FormProblem problem={submit.problem} />
        <Group align="flex-start">
          <LevelSelect levels={givable(dataset.level, "EDITOR")} {...form.getInputProps("level")} />
          <Select label="Works for" data={LIVES} allowDeselect={false} w={{ base: "100%", xs: 160 }} {...form.getInputProps("hours")} />
        </Group>
        <Text size="sm" c="dimmed">
          {can(dataset, "DATASET_ADMINISTER") ? "Members of the workspace who follow it hold the level at once." : "Each who follows it becomes an application to the dataset owner."} People
          from outside of the workspace apply: a workspace admin lets them in, to this project only.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button type="submit" loading={submit.pending}>
            Make link
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
