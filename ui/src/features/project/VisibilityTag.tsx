import { IconLock, IconUsers, IconWorld } from "@tabler/icons-react";
import type { Project } from "@/api/types";
import { Tag } from "@/shared/Tag";
import { sentence } from "@/shared/text/format";

const ICONS = { PRIVATE: IconLock, SHARED: IconUsers, PUBLIC: IconWorld };
const SAYS = {
  PRIVATE: "Only its creator and workspace admins",
  SHARED: "Its creator and chosen members",
  PUBLIC: "Chosen members, the owning organization, and partners' people with a role",
};

/** Who sees a project, in a word (C-10). */
export function VisibilityTag({ visibility }: { visibility: Project["visibility"] }) {
  const Icon = ICONS[visibility];
  return (
    <Tag title={SAYS[visibility]}>
      <Icon size={12} /> {sentence(visibility)}
    </Tag>
  );
}
