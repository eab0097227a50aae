import { Checkbox, Stack } from "@mantine/core";
import type { Role } from "@/api/types";
import { sentence } from "@/shared/text/format";

const SAYS: Record<string, string> = {
  ADMIN: "Everything in the workspace but plan and ownership.",
  DEVELOPER: "Manages members and collaborators up to developer.",
  PROJECT_MANAGER: "Creates projects and datasets, manages people up to project manager.",
  ANNOTATION_MANAGER: "Assigns and reviews annotation work.",
};

interface Props {
  roles: Role[];
  value: Role[];
  onChange: (roles: Role[]) => void;
  label?: string;
  error?: string;
}

/** Roles to tick; only those that one may give are offered. */
export function RoleChoice({ roles, value, onChange, label = "Roles", error }: Props) {
  return (
    <Checkbox.Group
      label={label}
      description="With none ticked, a person is a plain member."
      value={value}
      onChange={(ticked) => onChange(roles.filter((role) => ticked.includes(role)))}
      error={error}
    >
      <Stack gap="xs" mt="xs">
        {roles.map((role) => (
          <Checkbox key={role} value={role} label={sentence(role)} description={SAYS[role]} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
