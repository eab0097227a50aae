import { IconBriefcase2, IconLock, IconWorld } from "@tabler/icons-react";
import type { Dataset } from "@/api/types";
import { Tag } from "@/shared/Tag";

const SAYS = {
  PRIVATE: [IconLock, "Private", "People who see the project see a preview; more only by invitation"],
  PROJECT: [IconBriefcase2, "Project", "People who see the project may use it"],
  OPEN: [IconWorld, "Open", "Every signed-in user of this installation may use it"],
} as const;

/** Who may use a dataset, in a word (T-03, T-04). */
export function DatasetVisibilityTag({ visibility }: { visibility: Dataset["visibility"] }) {
  const [Icon, label, title] = SAYS[visibility];
  return (
    <Tag title={title} tone={visibility === "OPEN" ? "warn" : "plain"}>
      <Icon size={12} /> {label}
    </Tag>
  );
}
