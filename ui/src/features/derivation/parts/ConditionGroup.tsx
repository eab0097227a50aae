import { ActionIcon, Button, Group as Row, Select, Text } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Catalog } from "@/api/types";
import { type Group, isGroup, newGroup, newLine } from "@/features/derivation/condition";
import { ConditionLine } from "./ConditionLine";
import classes from "./condition.module.css";

const DEEPEST = 4;

interface Props {
  group: Group;
  catalog: Catalog;
  depth?: number;
  change: (group: Group) => void;
  remove?: () => void;
}

/** Conditions that all hold, or of which any does; groups stand in groups. */
export function ConditionGroup({ group, catalog, depth = 1, change, remove }: Props) {
  const put = (index: number, part?: Group["parts"][number]) =>
    change({ ...group, parts: group.parts.flatMap((before, at) => (at !== index ? [before] : part ? [part] : [])) });
  const add = (part: Group["parts"][number]) => change({ ...group, parts: [...group.parts, part] });
  return (
    <div className={depth > 1 ? classes.group : undefined} role="group" aria-label={depth > 1 ? "Group of conditions" : "Conditions"}>
      {(depth > 1 || group.parts.length > 1) && (
        <Row gap="xs" mb="xs" wrap="nowrap">
          <Select
            aria-label="How they belong together"
            w={190}
            allowDeselect={false}
            data={[
              { value: "all", label: "All of these hold" },
              { value: "any", label: "Any of these holds" },
              { value: "notAll", label: "Not all of these hold" },
              { value: "notAny", label: "None of these holds" },
            ]}
            value={group.negated ? (group.how === "all" ? "notAll" : "notAny") : group.how}
            onChange={(how) => change({ ...group, how: how === "all" || how === "notAll" ? "all" : "any", negated: how === "notAll" || how === "notAny" })}
          />
          {remove && (
            <ActionIcon variant="subtle" color="gray" size="lg" aria-label="Remove this group" onClick={remove}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </Row>
      )}
      {group.parts.length === 0 && depth === 1 && (
        <Text c="dimmed" mb="xs">
          All items.
        </Text>
      )}
      {group.parts.map((part, index) =>
        isGroup(part) ? (
          <ConditionGroup key={part.id} group={part} catalog={catalog} depth={depth + 1} change={(changed) => put(index, changed)} remove={() => put(index)} />
        ) : (
          <ConditionLine key={part.id} line={part} catalog={catalog} change={(changed) => put(index, changed)} remove={() => put(index)} />
        ),
      )}
      <Row gap="xs">
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => add(newLine())}>
          Condition
        </Button>
        {depth < DEEPEST && group.parts.length > 0 && (
          <Button size="xs" variant="subtle" leftSection={<IconPlus size={14} />} onClick={() => add(newGroup(group.how === "all" ? "any" : "all", [newLine()]))}>
            Group
          </Button>
        )}
      </Row>
    </div>
  );
}
