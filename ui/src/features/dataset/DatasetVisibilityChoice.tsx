import { Radio, Stack } from "@mantine/core";

interface Props {
  value?: string;
  onChange?: (value: string) => void;
  error?: React.ReactNode;
}

/** Who may use the dataset: everybody who sees the project, or invited people only (T-04). */
export function DatasetVisibilityChoice({ value, onChange, error }: Props) {
  return (
    <Radio.Group label="Who may use it" value={value} onChange={onChange} error={error}>
      <Stack gap="xs" mt="xs">
        <Radio value="PROJECT" label="Project" description="Everybody who sees the project." />
        <Radio value="PRIVATE" label="Private" description="People whom you invite. Others who see the project see only a preview." />
        {value === "OPEN" && <Radio value="OPEN" label="Open" description="Every signed-in user of this installation." />}
      </Stack>
    </Radio.Group>
  );
}
