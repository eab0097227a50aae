import { Text } from "@mantine/core";
import { can } from "@/api/can";
import type { Dataset } from "@/api/types";

/** Who else has a say, before the click (T-13, T-14). */
export function AsksNote({ dataset, outsiders }: { dataset: Dataset; outsiders?: boolean }) {
  return (
    <Text size="sm" c="dimmed">
      {can(dataset, "DATASET_ADMINISTER") ? "Members hold it at once." : "The dataset owner approves each of them first."}
      {outsiders && " People from outside of the workspace apply: a workspace admin lets them in, to this project only."}
    </Text>
  );
}
