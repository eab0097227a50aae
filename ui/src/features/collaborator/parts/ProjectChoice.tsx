import { Alert, Checkbox, ScrollArea, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import type { ProjectRef } from "@/api/types";
import classes from "./project-choice.module.css";
import { sentence } from "@/shared/text/format";

interface Props {
  projects: ProjectRef[];
  mayGrantFull: boolean;
  value: "FULL" | string[];
  onChange: (value: "FULL" | string[]) => void;
}

/** Gate 1: all projects, or those ticked; warns where a private one would stay closed all the same. */
export function ProjectChoice({ projects, mayGrantFull, value, onChange }: Props) {
  const chosen = value === "FULL" ? [] : value;
  const hidden = projects.filter(({ id, visibility }) => chosen.includes(id) && visibility === "PRIVATE");
  return (
    <Stack gap="xs">
      <Text fw={550} size="sm">
        Project access
      </Text>
      {mayGrantFull && (
        <SegmentedControl
          fullWidth
          value={value === "FULL" ? "FULL" : "LIMITED"}
          onChange={(mode) => onChange(mode === "FULL" ? "FULL" : [])}
          data={[
            { value: "LIMITED", label: "Chosen projects" },
            { value: "FULL", label: "All, future ones too" },
          ]}
        />
      )}
      {value !== "FULL" &&
        (projects.length === 0 ? (
          <Text size="sm" c="dimmed">
            There is no project yet that you could grant. You can do it later.
          </Text>
        ) : (
          <ScrollArea.Autosize mah={220} type="auto" className={classes.list}>
            <Checkbox.Group value={chosen} onChange={onChange} aria-label="Projects">
              {projects.map(({ id, name, visibility }) => (
                <Checkbox key={id} value={id} className={classes.row} label={name} description={sentence(visibility)} />
              ))}
            </Checkbox.Group>
          </ScrollArea.Autosize>
        ))}
      {hidden.length > 0 && (
        <Alert color="yellow" icon={<IconLock size={16} />}>
          <Text size="sm">
            {hidden.map(({ name }) => name).join(", ")} {hidden.length === 1 ? "is" : "are"} private: only the creator sees{" "}
            {hidden.length === 1 ? "it" : "them"} until made shared or public.
          </Text>
        </Alert>
      )}
    </Stack>
  );
}
