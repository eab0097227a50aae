import { Group, Progress, Text } from "@mantine/core";
import type { Quota } from "@/api/types";
import { formatBytes, formatCount } from "@/shared/text/format";

const NAMES: Record<Quota["quota"], string> = { STORAGE: "Storage", OPEN_STORAGE: "Open datasets", INFERENCE: "Inferred files" };

/** How much of a quota is used; yellow from 80 % on, red from 95 % on, when people are told, too. */
export function QuotaGauge({ quota: { quota, used, limit }, compact = false }: { quota: Quota; compact?: boolean }) {
  const name = NAMES[quota];
  const format = quota === "INFERENCE" ? formatCount : formatBytes;
  const percent = limit === 0 ? 100 : (100 * used) / limit;
  return (
    <div>
      <Group justify="space-between" gap="xs" wrap="wrap">
        <Text size="sm" fw={compact ? undefined : 550}>
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {format(used)} of {format(limit)} · {shown(percent)}
        </Text>
      </Group>
      <Progress
        mt={6}
        size={compact ? "sm" : "lg"}
        value={Math.min(100, percent)}
        color={percent >= 95 ? "red" : percent >= 80 ? "yellow" : undefined}
        aria-label={`${name}: ${shown(percent)} used`}
      />
    </div>
  );
}

/** Never 100 % before it is full, never 0 % where there is something. */
function shown(percent: number): string {
  if (percent > 0 && percent < 1) return "under 1 %";
  return `${percent >= 100 ? Math.round(percent) : Math.floor(percent)} %`;
}
