import { Select } from "@mantine/core";
import type { DatasetLevel } from "@/api/types";
import { levelOptions } from "@/features/application/levels";

interface Props {
  levels: DatasetLevel[];
  value?: DatasetLevel;
  onChange?: (level: DatasetLevel) => void;
  error?: React.ReactNode;
}

/** A level to give; nobody gives more than they hold. */
export function LevelSelect({ levels, value, onChange, error }: Props) {
  return (
    <Select
      label="Level"
      data={levelOptions(levels)}
      value={value}
      error={error}
      allowDeselect={false}
      onChange={(next) => next && onChange?.(next)}
      w={{ base: "100%", xs: 200 }}
    />
  );
}
