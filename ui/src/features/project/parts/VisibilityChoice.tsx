import { Radio, Stack } from "@mantine/core";

const CHOICES = [
  ["PRIVATE", "Private", "Its creator and workspace admins."],
  ["SHARED", "Shared", "Its creator, workspace admins, and the members who are chosen."],
  ["PUBLIC", "Public", "Chosen members, everybody of the owning organization, and partners' people with a role."],
] as const;

interface Props {
  value?: string;
  onChange?: (value: string) => void;
  error?: React.ReactNode;
  mayMakePrivate?: boolean;
}

/** Gate 2: who sees a project (C-10). Partner organizations need access to it besides. */
export function VisibilityChoice({ value, onChange, error, mayMakePrivate = true }: Props) {
  return (
    <Radio.Group label="Who sees it" description="People of partner organizations see it only if their organization has access to it, too." value={value} onChange={onChange} error={error}>
      <Stack gap="xs" mt="xs">
        {CHOICES.map(([choice, label, description]) => (
          <Radio key={choice} value={choice} label={label} description={description} disabled={choice === "PRIVATE" && !mayMakePrivate && value !== "PRIVATE"} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
