import { ActionIcon, Alert, Button, Group, Modal, Select, Skeleton, Stack, TagsInput, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { type Problem, problemOf } from "@/api/problem";
import type { Catalog, Dataset } from "@/api/types";
import { datasetKey } from "@/features/dataset/api/dataset";
import { draftCatalogQuery, setCatalog } from "@/features/item/api/draft-catalog";
import { FormProblem } from "@/shared/form/FormProblem";
import { ProblemNotice } from "@/shared/ProblemNotice";
import { typeName } from "@/shared/text/format";
import { refreshAll, say } from "@/shared/use-act";
import { LABEL_TYPES } from "./label-edits";
import { JsonField } from "./parts/JsonField";
import classes from "./parts/viewer.module.css";

interface Props {
  dataset: Dataset;
  draft: number;
  opened: boolean;
  close: () => void;
}

type Declared = Catalog[string];

/** Declares which labels there are from a draft on: types, categories, attributes. */
export function CatalogDialog(props: Props) {
  return (
    <Modal opened={props.opened} onClose={props.close} title="Label catalog" size="lg">
      {props.opened && <Loaded {...props} />}
    </Modal>
  );
}

function Loaded(props: Props) {
  // Read once: what somebody else sets meanwhile is told on saving, and does not come in under one's hands.
  const read = useQuery({ ...draftCatalogQuery(props.dataset.id, props.draft), refetchOnWindowFocus: false, gcTime: 0 });
  const [first, setFirst] = useState<typeof read.data>();
  if (read.data && !first && !read.isFetching) setFirst(read.data);
  if (read.isError && !first) return <ProblemNotice error={read.error} retry={() => void read.refetch()} />;
  return first ? <CatalogForm {...props} first={first} /> : <Skeleton height={120} />;
}

function CatalogForm({ dataset, draft, close, first }: Props & { first: { catalog: Catalog; revision: string } }) {
  const queryClient = useQueryClient();
  const [catalog, change] = useState<Catalog>(first.catalog);
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<Problem | null>(null);
  const mark = useCallback((what: string, bad: boolean) => setBroken((before) => new Set([...before].filter((one) => one !== what).concat(bad ? [what] : []))), []);
  const save = useMutation({
    mutationFn: () => setCatalog(dataset.id, draft, catalog, first.revision),
    onError: (error) => setProblem(problemOf(error)),
    onSuccess: async () => {
      say("The catalog is set.");
      close();
      await refreshAll(queryClient, [datasetKey(dataset.id)]);
    },
  });
  const types = LABEL_TYPES.filter((type) => type in catalog);
  const left = LABEL_TYPES.filter((type) => !(type in catalog));
  const put = (type: string, patch: Partial<Declared>) => change((before) => ({ ...before, [type]: { ...before[type], ...patch } }));
  return (
    <Stack>
      {problem?.code === "changed-meanwhile" ? (
        <Alert color="yellow" role="alert" title="Somebody set the catalog meanwhile">
          <Text size="sm">Nothing is saved. Open this dialog again to see theirs; copy what you want to keep first.</Text>
        </Alert>
      ) : (
        <FormProblem problem={problem} />
      )}
      <Text size="sm" c="dimmed">
        Labels of a type that is not declared are refused; other categories than these are accepted and told. It holds from this draft&rsquo;s version on; labels that are
        there already stay.
      </Text>
      {types.map((type) => (
        <Stack key={type} gap="xs" className={classes.editing} role="group" aria-label={typeName(type)}>
          <Group justify="space-between">
            <Text fw={550}>{typeName(type)}</Text>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`Take out ${typeName(type)}`}
              onClick={() => change(({ [type]: _gone, ...others }) => others as Catalog)}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </Group>
          <TagsInput
            label="Categories"
            placeholder="Type a name, then Enter"
            size="sm"
            acceptValueOnBlur
            splitChars={[","]}
            value={(catalog[type]?.categories ?? []).map(({ name }) => name)}
            onChange={(names) => put(type, { categories: names.map((name) => catalog[type]?.categories?.find((one) => one.name === name) ?? { name }) })}
          />
          <JsonField
            label="Attributes"
            description='A list, for instance [{"name": "wet", "type": "boolean"}]. Types: boolean, integer, number, string; "enum" lists what may be chosen.'
            name={type}
            value={catalog[type]?.attributes}
            optional
            change={(attributes) => put(type, { attributes } as Partial<Declared>)}
            mark={mark}
          />
        </Stack>
      ))}
      {left.length > 0 && (
        <Select
          label="Declare another type"
          placeholder="Choose"
          w={260}
          value={null}
          data={left.map((type) => ({ value: type, label: typeName(type) }))}
          onChange={(type) => type && change((before) => ({ ...before, [type]: {} }))}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={close}>
          Cancel
        </Button>
        <Button loading={save.isPending} disabled={broken.size > 0} onClick={() => save.mutate()}>
          Set the catalog
        </Button>
      </Group>
    </Stack>
  );
}
