import { ActionIcon, Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Kind, MetadataEntry } from "@/features/item/metadata-edits";
import type { ItemEdits } from "@/features/item/use-item-edits";

const KINDS: { value: Kind; label: string }[] = [
  { value: "text", label: "text" },
  { value: "number", label: "number" },
  { value: "yes-no", label: "yes/no" },
  { value: "json", label: "JSON" },
];
const YES_NO = [
  { value: "true", label: "yes" },
  { value: "false", label: "no" },
];

/** An item's own fields, each with its type. */
export function MetadataEditor({ edits }: { edits: ItemEdits }) {
  const { metadata, setMetadata, entryProblems } = edits;
  const put = (index: number, patch: Partial<MetadataEntry>) => setMetadata(metadata.map((entry, at) => (at === index ? { ...entry, ...patch } : entry)));
  return (
    <Stack gap="xs">
      {metadata.map(({ key, kind, text }, index) => (
        <div key={index} role="group" aria-label={`Metadata ${key || index + 1}`}>
          <Group gap={6} wrap="nowrap" align="flex-start">
            <TextInput size="xs" aria-label="Key" placeholder="key" flex={1} value={key} onChange={(event) => put(index, { key: event.currentTarget.value })} />
            <Select size="xs" aria-label="Type" w={100} allowDeselect={false} data={KINDS} value={kind} onChange={(chosen) => put(index, { kind: (chosen ?? "text") as Kind })} />
            <ActionIcon size="md" variant="subtle" color="gray" aria-label={`Remove ${key || "this line"}`} onClick={() => setMetadata(metadata.filter((_, at) => at !== index))}>
              <IconX size={14} />
            </ActionIcon>
          </Group>
          {kind === "yes-no" ? (
            <Select mt={4} size="xs" aria-label="Value" placeholder="yes or no" data={YES_NO} value={text} error={entryProblems[index]} onChange={(chosen) => put(index, { text: chosen ?? "" })} />
          ) : (
            <TextInput mt={4} size="xs" aria-label="Value" placeholder="value" value={text} error={entryProblems[index]} onChange={(event) => put(index, { text: event.currentTarget.value })} />
          )}
        </div>
      ))}
      <div>
        <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} />} onClick={() => setMetadata([...metadata, { key: "", kind: "text", text: "" }])}>
          Add a key
        </Button>
      </div>
    </Stack>
  );
}
