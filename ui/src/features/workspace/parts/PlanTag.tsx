import type { Workspace } from "@/api/types";
import { Tag } from "@/shared/Tag";
import { formatAgo, formatMinute, sentence } from "@/shared/text/format";

/** The plan, and where it ends by itself, when. */
export function PlanTag({ workspace: { state, plan, trialEndsAt } }: { workspace: Workspace }) {
  const ordinary = state === plan || state === "ACTIVE";
  return (
    <Tag tone={ordinary ? "plain" : "warn"} title={trialEndsAt ? `Until ${formatMinute(trialEndsAt)}` : undefined}>
      {sentence(ordinary ? plan : state)}
      {ordinary && trialEndsAt && ` ends ${formatAgo(trialEndsAt)}`}
    </Tag>
  );
}
